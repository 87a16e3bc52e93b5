import Link from 'next/link'
import type { WorkFigures } from '@/lib/contracts/figures'
import { formatStay } from '@/lib/i18n/format-stay'
import type { Locale } from '@/lib/i18n/locale'
import { figuresMessages } from '@/lib/i18n/messages/figures'

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
  const columns = [t.average, t.hallLooks, t.pageLooks, t.likes, t.favourites]
  return (
    <table className="w-full text-small tabular-nums">
      <thead>
        <tr className="border-t text-label text-secondary">
          <th scope="col" className="py-2 text-left font-normal">
            {t.work}
          </th>
          <th scope="col" className="py-2 pl-4 text-right font-normal">
            {t.time}
          </th>
          {columns.map((name) => (
            <th key={name} scope="col" className="py-2 pl-4 text-right font-normal max-lg:hidden">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {works.map((work, index) => {
          const seconds = secondsOf(work)
          const looks = looksOf(work)
          const figures = [
            looks > 0 ? formatStay(seconds / looks, locale) : '–',
            ...[work.hallLooks, work.pageLooks, work.likes, work.favourites],
          ]
          return (
            <tr key={work.artworkId} className="border-t align-baseline">
              <th scope="row" className="py-3 text-left font-normal">
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
                <span className="mt-1 ml-9 block text-label text-secondary lg:hidden">
                  {columns.map((name, column) => `${name} ${figures[column]}`).join(' · ')}
                </span>
              </th>
              <td className="py-3 pl-4 text-right whitespace-nowrap">{formatStay(seconds, locale)}</td>
              {figures.map((figure, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                <td key={column} className="py-3 pl-4 text-right whitespace-nowrap max-lg:hidden">
                  {figure}
                </td>
              ))}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
