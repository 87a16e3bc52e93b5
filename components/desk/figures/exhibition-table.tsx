import Link from 'next/link'
import type { ExhibitionSum } from '@/lib/contracts/figures'
import { formatStay } from '@/lib/i18n/format-stay'
import type { Locale } from '@/lib/i18n/locale'
import { figuresMessages } from '@/lib/i18n/messages/figures'
import { FiguresTable } from './figures-table'

interface ExhibitionTableProps {
  exhibitions: ExhibitionSum[]
  /** Query of the range, for the pages that the names lead to. */
  query: string
  locale: Locale
}

export function ExhibitionTable({ exhibitions, query, locale }: ExhibitionTableProps) {
  const t = figuresMessages[locale]
  if (exhibitions.length === 0) return <p className="text-small text-secondary">{t.noExhibitions}</p>
  const rows = exhibitions.map(({ id, title, now, visits, hallVisits, hallSeconds, pageSeconds }) => ({
    id,
    name: (
      <Link href={`/curator/exhibitions/${id}/figures${query}`} prefetch={false} className="link">
        {title[locale] || '–'}
      </Link>
    ),
    main: visits,
    figures: [now, hallVisits, formatStay(hallSeconds + pageSeconds, locale)],
  }))
  return <FiguresTable subject={t.exhibition} main={t.visits} columns={[t.now, t.hallVisits, t.stay]} rows={rows} />
}
