'use client'

import { useLocale } from '@/components/ui/locale-provider'
import { languageTag } from '@/lib/i18n/locale'
import { deskExhibitionMessages } from '@/lib/i18n/messages/desk-exhibition'
import { DeskSection } from './desk-section'
import type { FormPartProps } from './exhibition-form'
import { TheirsNote } from './theirs-note'

const languages = [
  { locale: 'en', title: 'titleEn', text: 'textEn' },
  { locale: 'zh', title: 'titleZh', text: 'textZh' },
] as const

/** Title and introduction, both languages side by side. */
export function TextsPart({ draft, set, theirs }: FormPartProps) {
  const t = deskExhibitionMessages[useLocale()]
  const box = 'mt-1 block w-full rounded border border-edge bg-paper px-3 py-2 disabled:bg-mat'
  return (
    <DeskSection title={t.textsTitle}>
      <div className="grid gap-x-8 gap-y-8 lg:grid-cols-2">
        {languages.map(({ locale, title, text }) => {
          const language = locale === 'en' ? t.english : t.chinese
          return (
            <fieldset key={locale} className="min-w-0">
              <legend className="text-small font-medium">{language}</legend>
              <label htmlFor={title} className="mt-2 block text-label text-secondary">
                {t.title}
              </label>
              <input
                id={title}
                lang={languageTag[locale]}
                maxLength={120}
                value={draft[title]}
                onChange={(event) => set({ [title]: event.target.value })}
                className={`${box} editorial min-h-12 text-title`}
              />
              <TheirsNote theirs={theirs} name={title} />
              <label htmlFor={text} className="mt-4 block text-label text-secondary">
                {t.text}
              </label>
              <textarea
                id={text}
                lang={languageTag[locale]}
                maxLength={8000}
                value={draft[text]}
                onChange={(event) => set({ [text]: event.target.value })}
                className={`${box} h-72 text-small`}
              />
              <TheirsNote theirs={theirs} name={text} />
            </fieldset>
          )
        })}
      </div>
    </DeskSection>
  )
}
