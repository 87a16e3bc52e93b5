import type { TrailEntry } from '@/lib/contracts/desk'
import { formatMoment } from '@/lib/i18n/format-moment'
import type { Locale } from '@/lib/i18n/locale'
import { deskTrailMessages } from '@/lib/i18n/messages/desk-trail'

/** Who changed what of an exhibition, and when. */
export function TrailList({ entries, locale }: { entries: TrailEntry[]; locale: Locale }) {
  const t = deskTrailMessages[locale]
  if (entries.length === 0) return <p className="text-small text-secondary">{t.trailEmpty}</p>
  return (
    <ol className="border-b">
      {entries.map((entry) => (
        <li key={entry.id} className="flex flex-wrap justify-between gap-x-6 border-t py-2.5 text-label">
          <span>
            <span className="font-medium">{entry.actor ?? (isHouse(entry) ? t.house : t.somebody)}</span>{' '}
            {t.act(entry.action)} {about(entry, locale)}
          </span>
          <time dateTime={entry.at} className="text-secondary">
            {formatMoment(entry.at, locale)}
          </time>
        </li>
      ))}
    </ol>
  )
}

/** Only the clock opens and closes without saying from where. */
const isHouse = ({ action, detail }: TrailEntry) =>
  ['exhibition.open', 'exhibition.closed'].includes(action) && !('from' in detail)

function about({ action, detail }: TrailEntry, locale: Locale): string {
  const t = deskTrailMessages[locale]
  const list = (name: string): string[] => {
    const value = detail[name]
    return Array.isArray(value) ? value.map(String) : []
  }
  if (action === 'exhibition.changed') return list('fields').map(t.fieldName).join(t.comma)
  if (action === 'exhibition.hung') {
    return t.hungCounts(list('hung').length, list('moved').length, list('taken').length)
  }
  return ''
}
