import Link from 'next/link'
import { selectClass } from '@/components/desk/select-class'
import { Button } from '@/components/ui/button'
import { type AuditQuery, auditSubjects } from '@/lib/contracts/audit'
import type { Locale } from '@/lib/i18n/locale'
import { nameAct, nameSubject } from '@/lib/i18n/messages/audit'
import { operatorDeskMessages } from '@/lib/i18n/messages/operator-desk'

interface AuditFilterProps {
  query: AuditQuery
  /** Kinds of acts that there are. */
  actions: string[]
  locale: Locale
}

/** What of the trail is shown; a plain form, so that each choice has an address. */
export function AuditFilter({ query, actions, locale }: AuditFilterProps) {
  const t = operatorDeskMessages[locale]
  const isFiltered = Boolean(query.person || query.action || query.kind || query.id)
  const field = `${selectClass} mt-1 block min-h-12 w-full`
  const label = 'block text-small font-medium'
  return (
    <form method="get" className="mb-10 grid items-end gap-x-6 gap-y-4 sm:grid-cols-2 lg:grid-cols-12">
      <div className="lg:col-span-3">
        <label htmlFor="person" className={label}>
          {t.auditPerson}
        </label>
        <p id="person-hint" className="text-label text-secondary">
          {t.auditPersonHint}
        </p>
        <input id="person" name="person" aria-describedby="person-hint" defaultValue={query.person} className={field} />
      </div>
      <div className="lg:col-span-3">
        <label htmlFor="action" className={label}>
          {t.auditAction}
        </label>
        <select id="action" name="action" defaultValue={query.action} className={field}>
          <option value="">{t.anyAction}</option>
          {actions.map((action) => (
            <option key={action} value={action}>
              {nameAct(action, locale)}
            </option>
          ))}
        </select>
      </div>
      <div className="lg:col-span-2">
        <label htmlFor="kind" className={label}>
          {t.auditKind}
        </label>
        <select id="kind" name="kind" defaultValue={query.kind} className={field}>
          <option value="">{t.anyKind}</option>
          {auditSubjects.map((kind) => (
            <option key={kind} value={kind}>
              {nameSubject(kind, locale)}
            </option>
          ))}
        </select>
      </div>
      <div className="lg:col-span-2">
        <label htmlFor="id" className={label}>
          {t.auditId}
        </label>
        <input id="id" name="id" defaultValue={query.id} className={field} />
      </div>
      <div className="flex items-center gap-6 lg:col-span-2">
        <Button type="submit">{t.look}</Button>
        {isFiltered && (
          <Link href="/operator/audit" className="link inline-flex min-h-11 items-center text-small">
            {t.clear}
          </Link>
        )}
      </div>
    </form>
  )
}
