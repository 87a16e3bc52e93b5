'use client'

import { useId } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { FormProblem } from '@/components/ui/form-problem'
import { useLocale } from '@/components/ui/locale-provider'
import { call } from '@/lib/client/call'
import { useRequest } from '@/lib/client/use-request'
import type { DepotWork, EditLabelsBody } from '@/lib/contracts/depot'
import { type RightsCode, rightsUris } from '@/lib/contracts/rights'
import { routes } from '@/lib/contracts/routes'
import { depotMessages } from '@/lib/i18n/messages/depot'
import { rightsMessages } from '@/lib/i18n/messages/rights'
import { readTags } from './label-fields'

interface BulkEditProps {
  works: DepotWork[]
  onSaved: () => void
  onCancel: () => void
}

const fields = ['artistEn', 'artistZh', 'mediumEn', 'mediumZh', 'creditEn', 'creditZh', 'year', 'rights'] as const

/** What is filled in; the rest stays as it is. */
function readChanges(form: FormData): EditLabelsBody['changes'] {
  const given = fields.flatMap((name) => {
    const value = String(form.get(name) ?? '').trim()
    return value ? [[name, value]] : []
  })
  const addTags = readTags(String(form.get('addTags') ?? ''))
  const removeTags = readTags(String(form.get('removeTags') ?? ''))
  return { ...Object.fromEntries(given), ...(addTags.length && { addTags }), ...(removeTags.length && { removeTags }) }
}

/** One form for the labels of several works. */
export function BulkEdit({ works, onSaved, onCancel }: BulkEditProps) {
  const locale = useLocale()
  const t = depotMessages[locale]
  const id = useId()
  const { isBusy, error, run } = useRequest()
  const save = (form: HTMLFormElement) =>
    void run(async () => {
      const changes = readChanges(new FormData(form))
      const chosen = works.map(({ artwork, version }) => ({ id: artwork.id, version }))
      if (Object.keys(changes).length > 0) await call(routes.editLabels, { body: { works: chosen, changes } })
      onSaved()
    })
  const pairs = [
    ['artist', t.artist],
    ['medium', t.medium],
    ['credit', t.credit],
  ] as const
  return (
    <form
      className="max-h-[70svh] max-w-4xl space-y-4 overflow-y-auto py-4"
      onSubmit={(event) => {
        event.preventDefault()
        save(event.currentTarget)
      }}
    >
      <p className="text-small text-secondary">{t.manyText}</p>
      {pairs.map(([name, words]) => (
        <div key={name} className="grid gap-4 sm:grid-cols-2">
          <Field id={`${id}-${name}En`} name={`${name}En`} lang="en" label={`${words} (${t.english})`} />
          <Field id={`${id}-${name}Zh`} name={`${name}Zh`} lang="zh-Hans" label={`${words} (${t.chinese})`} />
        </div>
      ))}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field id={`${id}-year`} name="year" label={t.year} maxLength={60} />
        <div>
          <label htmlFor={`${id}-rights`} className="block text-small font-medium">
            {t.rights}
          </label>
          <select
            id={`${id}-rights`}
            name="rights"
            defaultValue=""
            className="mt-1 block min-h-12 w-full rounded border border-edge bg-paper px-3 text-body"
          >
            <option value="">–</option>
            {Object.entries(rightsUris).map(([code, uri]) => (
              <option key={code} value={uri}>
                {rightsMessages[locale][code as RightsCode]}
              </option>
            ))}
          </select>
        </div>
        <Field id={`${id}-add`} name="addTags" label={`${t.addTags} (${t.tagsHint})`} />
        <Field id={`${id}-remove`} name="removeTags" label={`${t.removeTags} (${t.tagsHint})`} />
      </div>
      <FormProblem error={error} />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" kind="primary" disabled={isBusy}>
          {isBusy ? t.saving : t.save}
        </Button>
        <Button onClick={onCancel}>{t.cancel}</Button>
      </div>
    </form>
  )
}
