'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { FormProblem } from '@/components/ui/form-problem'
import { useLocale } from '@/components/ui/locale-provider'
import { call } from '@/lib/client/call'
import { useRequest } from '@/lib/client/use-request'
import type { Bilingual } from '@/lib/contracts/common'
import { type ExhibitionTemplate, exhibitionTemplates } from '@/lib/contracts/desk'
import { routes } from '@/lib/contracts/routes'
import type { Minimap } from '@/lib/hanging/minimap'
import { newExhibitionMessages } from '@/lib/i18n/messages/new-exhibition'
import { selectClass } from './select-class'
import { TemplatePlan } from './template-plan'

interface NewExhibitionFormProps {
  /** Each template's rooms from above. */
  templates: Record<ExhibitionTemplate, Minimap>
  originals: { id: string; title: Bilingual }[]
}

/** A new draft: its two titles, and the rooms that it begins with. */
export function NewExhibitionForm({ templates, originals }: NewExhibitionFormProps) {
  const locale = useLocale()
  const t = newExhibitionMessages[locale]
  const router = useRouter()
  const [begin, setBegin] = useState<string>(exhibitionTemplates[0])
  const [original, setOriginal] = useState(originals[0]?.id ?? '')
  const { isBusy, error, run } = useRequest()

  const create = (fields: FormData) =>
    run(async () => {
      const template = exhibitionTemplates.find((name) => name === begin)
      const body = {
        titleEn: String(fields.get('titleEn')),
        titleZh: String(fields.get('titleZh')),
        from: template ? { template } : { exhibitionId: original },
      }
      const { id } = await call(routes.createExhibition, { body })
      router.push(`/curator/exhibitions/${id}`)
    })

  return (
    <form
      className="grid max-w-4xl gap-8"
      onSubmit={(event) => {
        event.preventDefault()
        void create(new FormData(event.currentTarget))
      }}
    >
      <div className="grid gap-6 lg:grid-cols-2">
        <Field id="titleEn" name="titleEn" label={t.titleEn} required maxLength={120} lang="en" />
        <Field id="titleZh" name="titleZh" label={t.titleZh} required maxLength={120} lang="zh" />
      </div>
      <fieldset>
        <legend className="w-full border-b pb-3 text-small font-medium">{t.beginWith}</legend>
        <div className="grid gap-x-12 lg:grid-cols-2">
          {exhibitionTemplates.map((name) => (
            <Choice key={name} value={name} chosen={begin} onChoose={setBegin}>
              <TemplatePlan map={templates[name]} />
              {t.template(name)}
            </Choice>
          ))}
        </div>
        {originals.length > 0 && (
          <>
            <Choice value="copy" chosen={begin} onChoose={setBegin}>
              {t.copyOf}
            </Choice>
            {begin === 'copy' && (
              <div className="border-b py-4 pl-7">
                <select
                  aria-label={t.copyOf}
                  value={original}
                  onChange={(event) => setOriginal(event.target.value)}
                  className={`${selectClass} w-full`}
                >
                  {originals.map(({ id, title }) => (
                    <option key={id} value={id}>
                      {title[locale]}
                    </option>
                  ))}
                </select>
                <p className="mt-2 text-label text-secondary">{t.copyText}</p>
              </div>
            )}
          </>
        )}
      </fieldset>
      <FormProblem error={error} />
      <div>
        <Button type="submit" kind="primary" disabled={isBusy}>
          {isBusy ? t.beginning : t.begin}
        </Button>
      </div>
    </form>
  )
}

interface ChoiceProps {
  value: string
  chosen: string
  onChoose: (value: string) => void
  children: ReactNode
}

function Choice({ value, chosen, onChoose, children }: ChoiceProps) {
  return (
    <label className="flex min-h-11 cursor-pointer items-center gap-4 border-b py-2 text-small has-checked:font-medium">
      <input
        type="radio"
        name="begin"
        value={value}
        checked={chosen === value}
        onChange={() => onChoose(value)}
        className="size-4 shrink-0 accent-accent"
      />
      {children}
    </label>
  )
}
