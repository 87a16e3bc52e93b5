import Link from 'next/link'
import type { AuditEntryView } from '@/lib/contracts/audit'
import { formatMoment } from '@/lib/i18n/format-moment'
import type { Locale } from '@/lib/i18n/locale'
import { nameAct, nameSubject } from '@/lib/i18n/messages/audit'
import { operatorDeskMessages } from '@/lib/i18n/messages/operator-desk'

const path = '/operator/audit'
const quiet = 'underline decoration-rule underline-offset-4 hover:decoration-ink'

/** What was chosen: `role: CURATOR`, in the words of the entry itself. */
function choicesOf(detail: Record<string, unknown>): string {
  const shown = Object.entries(detail).map(([name, value]) => `${name}: ${JSON.stringify(value)?.replaceAll('"', '')}`)
  return shown.join(', ').slice(0, 300)
}

/** Who did what to what, each of them a way to more of the same. */
export function AuditList({ entries, locale }: { entries: AuditEntryView[]; locale: Locale }) {
  const t = operatorDeskMessages[locale]
  if (entries.length === 0) return <p className="text-body">{t.noEntries}</p>
  return (
    <ol className="border-b">
      {entries.map((entry) => {
        const { id, action, actorId, actor, subjectType, subjectId, subjectName, at, detail } = entry
        const who = actorId ? (actor ?? t.somebodyGone) : t.theHouse
        const what = `${nameSubject(subjectType, locale)} ${subjectName ?? subjectId}`
        const choices = choicesOf(detail)
        return (
          <li key={id} className="grid gap-x-10 gap-y-1 border-t py-3 text-small lg:grid-cols-12">
            <div className="lg:col-span-9">
              <p>
                <Link
                  href={`${path}?person=${actorId ?? 'house'}`}
                  prefetch={false}
                  aria-label={t.onlyThisPerson(who)}
                  className={`font-medium ${quiet}`}
                >
                  {who}
                </Link>{' '}
                {nameAct(action, locale)}
              </p>
              <p className="text-label text-secondary wrap-anywhere">
                <Link
                  href={`${path}?kind=${subjectType}&id=${encodeURIComponent(subjectId)}`}
                  prefetch={false}
                  aria-label={t.onlyThisObject(what)}
                  className={quiet}
                >
                  {what}
                </Link>
                {choices && ` · ${choices}`}
              </p>
            </div>
            <time dateTime={at} className="text-label text-secondary lg:col-span-3 lg:text-right">
              {formatMoment(at, locale)}
            </time>
          </li>
        )
      })}
    </ol>
  )
}
