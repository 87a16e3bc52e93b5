import type { ReactNode } from 'react'
import type { WorkerView } from '@/lib/contracts/operations'
import { formatMoment } from '@/lib/i18n/format-moment'
import { formatAgo } from '@/lib/i18n/format-span'
import type { Locale } from '@/lib/i18n/locale'
import { operatorMessages } from '@/lib/i18n/messages/operator'

interface WorkerRowsProps {
  worker: WorkerView
  /** Of the table; on a narrow screen each stands beside its fact. */
  headings: string[]
  locale: Locale
}

/** One worker: its facts, and below them what it says of itself. */
export function WorkerRows({ worker, headings, locale }: WorkerRowsProps) {
  const t = operatorMessages[locale]
  const { secondsPerMegapixel: pace, notes } = worker
  const ago = formatAgo(worker.unheardSeconds, locale)
  const facts: ReactNode[] = [
    worker.id,
    `${worker.modelName} ${worker.modelVersion}`,
    worker.provider,
    pace === null ? t.paceUnknown : new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 }).format(pace),
    <time key="start" dateTime={worker.startedAt}>
      {formatMoment(worker.startedAt, locale)}
    </time>,
    worker.isSilent ? (
      <strong key="silent" className="border-l-2 border-ink pl-3 font-medium">
        {t.silent(ago)}
      </strong>
    ) : (
      ago
    ),
  ]
  return (
    <tbody className="border-t max-lg:block max-lg:py-4">
      <tr className="align-baseline max-lg:block">
        {facts.map((fact, index) => (
          <td
            key={headings[index]}
            className="max-lg:grid max-lg:grid-cols-2 max-lg:gap-x-4 max-lg:py-1 lg:py-3 lg:pr-6"
          >
            <span aria-hidden className="text-secondary lg:hidden">
              {headings[index]}
            </span>
            <span className="wrap-anywhere">{fact}</span>
          </td>
        ))}
      </tr>
      {notes.length > 0 && (
        <tr className="max-lg:block">
          <td colSpan={headings.length} className="max-lg:block max-lg:pt-3 lg:pb-4">
            <p className="text-label text-secondary">{t.lacks}</p>
            <ul lang="en" className="mt-1 space-y-1">
              {notes.map((note) => (
                <li key={note} className="max-w-measure border-l-2 border-ink pl-3 wrap-anywhere">
                  {note}
                </li>
              ))}
            </ul>
          </td>
        </tr>
      )}
    </tbody>
  )
}
