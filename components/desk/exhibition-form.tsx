'use client'

import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { FormProblem } from '@/components/ui/form-problem'
import { useLocale } from '@/components/ui/locale-provider'
import { ApiError } from '@/lib/client/api-error'
import { call } from '@/lib/client/call'
import { useRequest } from '@/lib/client/use-request'
import { type ExhibitionFields, mayAtDesk } from '@/lib/contracts/desk'
import { routes } from '@/lib/contracts/routes'
import { deskExhibitionMessages } from '@/lib/i18n/messages/desk-exhibition'
import { changedFields } from './changed-fields'
import { CoverPart } from './cover-part'
import { HoursPart } from './hours-part'
import type { PartProps } from './part-props'
import { TextsPart } from './texts-part'

export interface FormPartProps extends PartProps {
  draft: ExhibitionFields
  set: (change: Partial<ExhibitionFields>) => void
  /** Fields that somebody else changed since they were seen, with what they say now. */
  theirs: Partial<ExhibitionFields>
}

/**
 * Words, hours and cover of an exhibition, saved together. What somebody else changed meanwhile in other fields comes in by itself; in the
 * same field both versions are shown, and whoever saves again has seen what they replace.
 */
export function ExhibitionForm({ exhibition, onChange, timeZones }: PartProps & { timeZones: string[] }) {
  const t = deskExhibitionMessages[useLocale()]
  const { id, myRole } = exhibition
  const [seen, setSeen] = useState(exhibition.fields)
  const [draft, setDraft] = useState(exhibition.fields)
  const [theirs, setTheirs] = useState<Partial<ExhibitionFields>>({})
  const { isBusy, error, run } = useRequest()
  const changed = changedFields(seen, draft)
  const isDirty = changed.length > 0

  useEffect(() => {
    if (!isDirty) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [isDirty])

  const save = () =>
    run(async () => {
      const pick = (fields: ExhibitionFields) => Object.fromEntries(changed.map((name) => [name, fields[name]]))
      const body = { from: pick(seen), to: pick(draft) }
      try {
        const saved = await call(routes.changeExhibition, { params: { id }, body })
        setSeen(saved.fields)
        setDraft(saved.fields)
        setTheirs({})
        onChange(saved)
      } catch (thrown) {
        if (!(thrown instanceof ApiError) || thrown.code !== 'conflict') throw thrown
        const latest = await call(routes.deskExhibition, { params: { id } })
        const both = changed.filter((name) => latest.fields[name] !== seen[name])
        setSeen(latest.fields)
        setDraft({ ...latest.fields, ...pick(draft) })
        setTheirs(Object.fromEntries(both.map((name) => [name, latest.fields[name]])))
        onChange(latest)
        throw thrown
      }
    })

  const set = (change: Partial<ExhibitionFields>) => setDraft({ ...draft, ...change })
  const parts = { exhibition, onChange, draft, set, theirs }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <fieldset disabled={!mayAtDesk(myRole, 'edit')} className="min-w-0">
        <TextsPart {...parts} />
        <HoursPart {...parts} timeZones={timeZones} />
        <CoverPart {...parts} />
      </fieldset>
      {mayAtDesk(myRole, 'edit') && (
        <div className="sticky bottom-0 z-10 mb-12 border-y bg-paper py-3">
          <FormProblem error={error} />
          <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
            <Button type="submit" kind={isDirty ? 'primary' : 'secondary'} disabled={isBusy || !isDirty}>
              {isBusy ? t.saving : t.saveChanges}
            </Button>
            <p role="status" className="text-label text-secondary">
              {isBusy ? '' : isDirty ? t.unsaved : t.saved}
            </p>
          </div>
        </div>
      )}
    </form>
  )
}
