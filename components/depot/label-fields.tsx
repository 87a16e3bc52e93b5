'use client'

import { Field } from '@/components/ui/field'
import { useLocale } from '@/components/ui/locale-provider'
import { TextField } from '@/components/ui/text-field'
import type { Label } from '@/lib/contracts/depot'
import { type RightsCode, rightsCodeOf, rightsUris } from '@/lib/contracts/rights'
import { depotMessages } from '@/lib/i18n/messages/depot'
import { rightsMessages } from '@/lib/i18n/messages/rights'

interface LabelFieldsProps {
  id: string
  label: Label
  /** Field -> what is wrong with it. */
  errors: Record<string, string>
}

const inBoth = [
  ['title', 200],
  ['artist', 200],
  ['medium', 200],
  ['credit', 500],
] as const

/** All that stands on a label, both languages side by side. */
export function LabelFields({ id, label, errors }: LabelFieldsProps) {
  const t = depotMessages[useLocale()]
  const names = { title: t.titleField, artist: t.artist, medium: t.medium, credit: t.credit }
  const languages = [
    ['En', t.english, 'en'],
    ['Zh', t.chinese, 'zh-Hans'],
  ] as const
  return (
    <div className="space-y-5">
      {inBoth.map(([name, most]) => (
        <div key={name} className="grid gap-5 sm:grid-cols-2">
          {languages.map(([suffix, language, lang]) => (
            <Field
              key={suffix}
              id={`${id}-${name}${suffix}`}
              name={`${name}${suffix}`}
              lang={lang}
              label={`${names[name]} (${language})`}
              defaultValue={label[`${name}${suffix}`]}
              required={name === 'title'}
              maxLength={most}
              error={errors[`${name}${suffix}`]}
            />
          ))}
        </div>
      ))}
      <div className="grid gap-5 sm:grid-cols-2">
        {languages.map(([suffix, language, lang]) => (
          <TextField
            key={suffix}
            id={`${id}-description${suffix}`}
            name={`description${suffix}`}
            lang={lang}
            label={`${t.description} (${language})`}
            defaultValue={label[`description${suffix}`]}
            // The two languages have lines of different heights.
            style={{ height: '11rem' }}
            maxLength={4000}
            error={errors[`description${suffix}`]}
          />
        ))}
      </div>
      <div className="grid gap-5 sm:grid-cols-3">
        <Field
          id={`${id}-year`}
          name="year"
          label={t.year}
          defaultValue={label.year}
          maxLength={60}
          error={errors.year}
        />
        {(['widthCm', 'heightCm'] as const).map((name) => (
          <Field
            key={name}
            id={`${id}-${name}`}
            name={name}
            type="number"
            min={0.1}
            max={2000}
            step={0.1}
            required
            label={name === 'widthCm' ? t.width : t.height}
            defaultValue={label[name]}
            error={errors[name]}
          />
        ))}
      </div>
      <div className="grid gap-5 sm:grid-cols-2">
        <RightsSelect id={`${id}-rights`} rights={label.rights} />
        <Field
          id={`${id}-tags`}
          name="tags"
          label={`${t.tags} (${t.tagsHint})`}
          defaultValue={label.tags.join(', ')}
          error={errors.tags}
        />
      </div>
    </div>
  )
}

/** A licence or rights statement; one that the house does not offer is kept as it came. */
function RightsSelect({ id, rights }: { id: string; rights: string }) {
  const locale = useLocale()
  const t = depotMessages[locale]
  const code = rightsCodeOf(rights)
  return (
    <div>
      <label htmlFor={id} className="block text-small font-medium">
        {t.rights}
      </label>
      <select
        id={id}
        name="rights"
        defaultValue={code ? rightsUris[code] : rights}
        className="mt-1 block min-h-12 w-full rounded border border-edge bg-paper px-3 text-body"
      >
        <option value="">{t.rightsNone}</option>
        {Object.entries(rightsUris).map(([each, uri]) => (
          <option key={each} value={uri}>
            {rightsMessages[locale][each as RightsCode]}
          </option>
        ))}
        {rights && !code && <option value={rights}>{t.rightsOther}</option>}
      </select>
    </div>
  )
}

/** What a form with these fields says. */
export function readLabelForm(form: FormData): Label {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  return {
    titleEn: text('titleEn'),
    titleZh: text('titleZh'),
    artistEn: text('artistEn'),
    artistZh: text('artistZh'),
    year: text('year'),
    mediumEn: text('mediumEn'),
    mediumZh: text('mediumZh'),
    creditEn: text('creditEn'),
    creditZh: text('creditZh'),
    descriptionEn: text('descriptionEn'),
    descriptionZh: text('descriptionZh'),
    widthCm: Number(text('widthCm')),
    heightCm: Number(text('heightCm')),
    rights: text('rights'),
    tags: readTags(text('tags')),
  }
}

export function readTags(text: string): string[] {
  return [...new Set(text.split(/[,，;；]/).map((tag) => tag.trim()))].filter(Boolean)
}
