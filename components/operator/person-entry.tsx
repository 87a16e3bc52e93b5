'use client'

import Link from 'next/link'
import { useId, useState } from 'react'
import { selectClass } from '@/components/desk/select-class'
import { Button } from '@/components/ui/button'
import { FormProblem } from '@/components/ui/form-problem'
import { useLocale } from '@/components/ui/locale-provider'
import { call } from '@/lib/client/call'
import { useRequest } from '@/lib/client/use-request'
import { type Role, roles } from '@/lib/contracts/common'
import type { PersonRow } from '@/lib/contracts/people'
import { routes } from '@/lib/contracts/routes'
import { formatBytes } from '@/lib/i18n/format-bytes'
import { formatDay } from '@/lib/i18n/format-run'
import { operatorDeskMessages, operatorWords } from '@/lib/i18n/messages/operator-desk'
import { ConfirmStep } from './confirm-step'

interface PersonEntryProps {
  initial: PersonRow
  /** The operator who looks; they cannot close their own account. */
  isMe: boolean
}

/** Somebody: who they are, what they may, and whether they may come in. */
export function PersonEntry({ initial, isMe }: PersonEntryProps) {
  const locale = useLocale()
  const t = operatorDeskMessages[locale]
  const id = useId()
  const [person, setPerson] = useState(initial)
  const [role, setRole] = useState(initial.role)
  const [isSet, setIsSet] = useState(false)
  const { isBusy, error, run } = useRequest()
  const send = () =>
    void run(async () => {
      const { version } = person
      setPerson(await call(routes.setRole, { params: { id: person.id }, body: { role, version } }))
      setIsSet(true)
    })
  const setBanned = async (isBanned: boolean) => {
    await call(isBanned ? routes.ban : routes.liftBan, { params: { id: person.id } })
    const bannedAt = isBanned ? new Date().toISOString() : null
    setPerson({ ...person, bannedAt, version: person.version + 1 })
  }
  const facts = [
    t.since(formatDay(person.createdAt, locale)),
    t.uses(formatBytes(person.bytes, locale)),
    ...(person.bannedAt ? [t.bannedSince(formatDay(person.bannedAt, locale))] : []),
  ]
  return (
    <li className="grid gap-x-10 gap-y-3 border-t py-5 lg:grid-cols-12" data-person={person.id}>
      <div className="lg:col-span-5">
        <h2 className="text-small font-medium wrap-anywhere">{person.name}</h2>
        <p className="text-small wrap-anywhere">{person.email ?? t.guest}</p>
        <p className="mt-1 text-label text-secondary">{facts.join(' · ')}</p>
      </div>
      <div className="lg:col-span-4">
        {!person.isGuest && (
          <div className="flex flex-wrap items-center gap-3">
            <label htmlFor={id} className="sr-only">
              {t.role(person.name)}
            </label>
            <select
              id={id}
              value={role}
              onChange={(event) => {
                setRole(event.target.value as Role)
                setIsSet(false)
              }}
              className={selectClass}
            >
              {roles.map((each) => (
                <option key={each} value={each}>
                  {operatorWords[locale].roles[each]}
                </option>
              ))}
            </select>
            {role !== person.role && (
              <Button disabled={isBusy} onClick={send}>
                {isBusy ? t.saving : t.setRole}
              </Button>
            )}
            <p role="status" className="text-label text-secondary">
              {isSet && t.roleSet}
            </p>
          </div>
        )}
        <FormProblem error={error} />
      </div>
      <div className="flex flex-wrap items-start gap-x-6 gap-y-2 lg:col-span-3 lg:justify-end">
        <Link
          href={`/operator/audit?person=${person.id}`}
          prefetch={false}
          className="link inline-flex min-h-11 items-center text-small"
        >
          {t.hisTrail}
        </Link>
        {!isMe &&
          (person.bannedAt ? (
            <ReopenButton label={t.liftBan} reopen={() => setBanned(false)} />
          ) : (
            <ConfirmStep
              action={t.ban}
              text={t.banText}
              confirm={t.banConfirm(person.name)}
              onConfirm={() => setBanned(true)}
            />
          ))}
      </div>
    </li>
  )
}

function ReopenButton({ label, reopen }: { label: string; reopen: () => Promise<void> }) {
  const { isBusy, error, run } = useRequest()
  return (
    <div>
      <Button kind="quiet" disabled={isBusy} onClick={() => void run(reopen)}>
        {label}
      </Button>
      <FormProblem error={error} />
    </div>
  )
}
