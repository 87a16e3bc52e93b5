'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { FormProblem } from '@/components/ui/form-problem'
import { useLocale } from '@/components/ui/locale-provider'
import { call } from '@/lib/client/call'
import { useRequest } from '@/lib/client/use-request'
import { type CuratorRole, curatorRoles, mayAtDesk } from '@/lib/contracts/desk'
import { routes } from '@/lib/contracts/routes'
import { deskExhibitionMessages } from '@/lib/i18n/messages/desk-exhibition'
import { DeskSection } from './desk-section'
import { orShowTheirs } from './or-show-theirs'
import type { PartProps } from './part-props'
import { selectClass } from './select-class'

/** Who works on it and as what; leads name others by the e-mail of their account. */
export function CuratorsSection({ exhibition, onChange }: PartProps) {
  const t = deskExhibitionMessages[useLocale()]
  const { id, curators, myRole } = exhibition
  const mayAppoint = mayAtDesk(myRole, 'appoint')
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<CuratorRole>('EDITOR')
  const { isBusy, error, run } = useRequest()

  const appoint = () =>
    run(async () => {
      const seen = curators.map(({ personId, role: theirs }) => ({ personId, role: theirs }))
      await orShowTheirs(id, onChange, () =>
        call(routes.setCurator, { params: { id }, body: { email: email.trim(), role, seen } }),
      )
      setEmail('')
    })
  const dismiss = (personId: string) =>
    run(async () => onChange(await call(routes.removeCurator, { params: { id, personId } })))

  return (
    <DeskSection title={t.curatorsTitle} hint={curators.length === 0 ? t.curatorsAll : t.curatorsText}>
      {curators.length > 0 && (
        <ul className="mb-4 border-b">
          {curators.map((curator) => (
            <li key={curator.personId} className="flex min-h-12 items-center gap-4 border-t text-small">
              <span className="min-w-0 flex-1 truncate">{curator.name}</span>
              <span className="text-label text-secondary">{t.role(curator.role)}</span>
              {mayAppoint && (
                <button
                  type="button"
                  aria-label={t.dismiss(curator.name)}
                  title={t.dismiss(curator.name)}
                  disabled={isBusy}
                  onClick={() => void dismiss(curator.personId)}
                  className="inline-flex size-11 items-center justify-center enabled:hover:text-accent"
                >
                  ×
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayAppoint && (
        <form
          className="flex flex-wrap items-end gap-3"
          onSubmit={(event) => {
            event.preventDefault()
            void appoint()
          }}
        >
          <Field
            id="curator-email"
            type="email"
            label={t.email}
            value={email}
            onChange={(event) => setEmail(event.target.value)}
            required
            maxLength={200}
            className="min-w-0 flex-1 basis-56"
          />
          <select
            aria-label={t.asRole}
            value={role}
            onChange={(event) => setRole(curatorRoles.find((each) => each === event.target.value) ?? 'EDITOR')}
            className={`${selectClass} min-h-12`}
          >
            {curatorRoles.map((each) => (
              <option key={each} value={each}>
                {t.role(each)}
              </option>
            ))}
          </select>
          <Button type="submit" disabled={isBusy} className="min-h-12">
            {t.appoint}
          </Button>
        </form>
      )}
      <div className="mt-3">
        <FormProblem error={error} />
      </div>
    </DeskSection>
  )
}
