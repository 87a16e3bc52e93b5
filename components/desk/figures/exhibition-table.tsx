import Link from 'next/link'
import type { ExhibitionSum } from '@/lib/contracts/figures'
import { formatStay } from '@/lib/i18n/format-stay'
import type { Locale } from '@/lib/i18n/locale'
import { figuresMessages } from '@/lib/i18n/messages/figures'

interface ExhibitionTableProps {
  exhibitions: ExhibitionSum[]
  /** Query of the range, for the pages that the names lead to. */
  query: string
  locale: Locale
}

export function ExhibitionTable({ exhibitions, query, locale }: ExhibitionTableProps) {
  const t = figuresMessages[locale]
  if (exhibitions.length === 0) return <p className="text-small text-secondary">{t.noExhibitions}</p>
  const columns = [t.now, t.hallVisits, t.stay]
  return (
    <table className="w-full text-small tabular-nums">
      <thead>
        <tr className="border-t text-label text-secondary">
          <th scope="col" className="py-2 text-left font-normal">
            {t.exhibition}
          </th>
          <th scope="col" className="py-2 pl-4 text-right font-normal">
            {t.visits}
          </th>
          {columns.map((name) => (
            <th key={name} scope="col" className="py-2 pl-4 text-right font-normal max-lg:hidden">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {exhibitions.map(({ id, title, now, visits, hallVisits, hallSeconds, pageSeconds }) => {
          const figures = [now, hallVisits, formatStay(hallSeconds + pageSeconds, locale)]
          return (
            <tr key={id} className="border-t align-baseline">
              <th scope="row" className="py-3 text-left font-normal">
                <Link href={`/curator/exhibitions/${id}/figures${query}`} prefetch={false} className="link">
                  {title[locale] || '–'}
                </Link>
                <span className="mt-1 block text-label text-secondary lg:hidden">
                  {columns.map((name, column) => `${name} ${figures[column]}`).join(' · ')}
                </span>
              </th>
              <td className="py-3 pl-4 text-right">{visits}</td>
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
