import Link from 'next/link'
import type { WorkFigures } from '@/lib/contracts/figures'
import { formatStay } from '@/lib/i18n/format-stay'
import type { Locale } from '@/lib/i18n/locale'
import { figuresMessages } from '@/lib/i18n/messages/figures'
import { FiguresTable } from './figures-table'

interface WorkTableProps {
  /** Those first that were looked at longest. */
  works: WorkFigures[]
  locale: Locale
}

const secondsOf = ({ hallSeconds, pageSeconds }: WorkFigures) => hallSeconds + pageSeconds
const looksOf = ({ hallLooks, pageLooks }: WorkFigures) => hallLooks + pageLooks

/** How long works were looked at, each with a line as long as its part of the longest. */
export function WorkTable({ works, locale }: WorkTableProps) {
  const t = figuresMessages[locale]
  const longest = Math.max(1, ...works.map(secondsOf))
  const rows = works.map((work, index) => {
    const [seconds, looks] = [secondsOf(work), looksOf(work)]
    return {
      id: work.artworkId,
      name: (
        <>
          <span className="mr-3 inline-block w-6 text-label text-secondary">{index + 1}</span>
          <Link href={`/works/${work.artworkId}`} prefetch={false} className="editorial hover:underline">
            {work.title[locale]}
          </Link>
          <span className="text-label text-secondary max-lg:hidden">
            {' '}
            · {work.artist[locale]}
            {!work.isHung && ` · ${t.gone}`}
          </span>
          <span aria-hidden="true" className="mt-1 ml-9 block h-px">
            <span className="block h-px bg-ink" style={{ width: `${(seconds / longest) * 100}%` }} />
          </span>
        </>
      ),
      main: formatStay(seconds, locale),
      figures: [
        looks > 0 ? formatStay(seconds / looks, locale) : '–',
        ...[work.hallLooks, work.pageLooks, work.likes, work.favourites],
      ],
    }
  })
  const columns = [t.average, t.hallLooks, t.pageLooks, t.likes, t.favourites]
  return <FiguresTable subject={t.work} main={t.time} columns={columns} rows={rows} indent="ml-9" />
}
