import type { ExhibitionFigures, FigureTable, HouseFigures } from '@/lib/contracts/figures'
import { csvLine } from '@/server/platform/csv-line'

type Row = readonly (string | number)[]

/** The rows of each table, after their names. */
const tables: Record<FigureTable, (figures: ExhibitionFigures | HouseFigures) => Row[]> = {
  days: ({ days }) => [
    ['day', 'visits', 'hall_visits', 'likes', 'favourites', 'portraits'],
    ...days.map((row) => [row.day, row.visits, row.hallVisits, row.likes, row.favourites, row.portraits]),
  ],
  works: ({ works }) => [
    [
      ...['id', 'title_en', 'title_zh', 'artist_en', 'artist_zh', 'hangs'],
      ...['hall_looks', 'hall_seconds', 'page_looks', 'page_seconds', 'likes', 'favourites'],
    ],
    ...works.map((row) => [
      ...[row.artworkId, row.title.en, row.title.zh, row.artist.en, row.artist.zh, row.isHung ? 'yes' : 'no'],
      ...[row.hallLooks, row.hallSeconds, row.pageLooks, row.pageSeconds, row.likes, row.favourites],
    ]),
  ],
  portraits: ({ styles }) => [
    ['manner', 'title_en', 'title_zh', 'artist_en', 'artist_zh', 'portraits'],
    ...styles.map((row) => [row.styleId, row.title.en, row.title.zh, row.artist.en, row.artist.zh, row.portraits]),
  ],
  exhibitions: (figures) => [
    ['id', 'title_en', 'title_zh', 'status', 'visits', 'hall_visits', 'hall_seconds', 'page_seconds'],
    ...('exhibitions' in figures ? figures.exhibitions : []).map((row) => [
      ...[row.id, row.title.en, row.title.zh, row.status],
      ...[row.visits, row.hallVisits, row.hallSeconds, row.pageSeconds],
    ]),
  ],
}

/** One table of figures as CSV, UTF-8 with a byte order mark, which spreadsheets want; `name` begins its file's name. */
export function figuresCsv(figures: ExhibitionFigures | HouseFigures, table: FigureTable, name: string): Response {
  const file = `${name}-${table}-${figures.from}-${figures.to}.csv`
  return new Response(`\ufeff${tables[table](figures).map(csvLine).join('')}`, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${file}"`,
      'Cache-Control': 'no-store',
    },
  })
}
