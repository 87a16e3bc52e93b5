import { CsvError, parse } from 'csv-parse/sync'
import { type ImportRow, type Label, labelFields, labelSchema } from '@/lib/contracts/depot'
import { fail } from '@/server/platform/errors'

export type Problem = ImportRow['problems'][number]

/** One line of a list of labels: which work it means, and what it says. */
export interface LabelRow {
  line: number
  id: string | null
  file: string | null
  /** The label's own when the list was written; null where the list does not say. */
  version: number | null
  changes: Partial<Label>
  problems: Problem[]
}

const MOST_ROWS = 2_000
/** A column for both languages, where a list has but one. */
const forBoth = ['title', 'artist', 'medium', 'credit', 'description'] as const
/** An empty cell leaves what is there; this one empties it. */
const EMPTIES = '-'
/** What keeps a spreadsheet from taking text for a formula (`writeLabels` puts it there). */
const QUOTES = /^'(?=[=+\-@\t\r])/

/**
 * A CSV list of labels (RFC 4180; comma, semicolon or tab; a header line with `id` or `file` and names of label fields) as changes, with
 * everything that is wrong in each line.
 *
 * @throws {HouseError} import_refused for what is no CSV at all, has no header of ours, or more than 2000 lines
 */
export function readLabelRows(csv: string): { rows: LabelRow[]; unknownColumns: string[] } {
  const [header, ...records] = parseRecords(csv)
  if (!header) return fail('import_refused')
  const columns = header.record.map((name) => columnOf(name))
  const unknownColumns = header.record.filter((name, at) => columns[at] === null && name !== '')
  const isOurs = columns.includes('id') || columns.includes('file')
  if (!isOurs || records.length > MOST_ROWS) fail('import_refused')
  return { rows: records.map(({ record, line }) => readRow(record, line, columns)), unknownColumns }
}

interface RawRecord {
  record: string[]
  line: number
}

function parseRecords(csv: string): RawRecord[] {
  const options = { bom: true, info: true, relax_column_count: true, skip_empty_lines: true, trim: true } as const
  try {
    const parsed = parse(csv, { ...options, delimiter: delimiterOf(csv) }) as unknown as {
      record: string[]
      info: { lines: number }
    }[]
    return parsed.map(({ record, info }) => ({ record, line: info.lines }))
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause
    return fail('import_refused', { cause, fields: { csv: `line ${cause.lines ?? '?'}` } })
  }
}

/** Spreadsheets of half the world write semicolons; the header line says which it is. */
function delimiterOf(csv: string): string {
  const header = csv.split(/\r?\n/, 1)[0] ?? ''
  const countOf = (mark: string) => header.split(mark).length
  return [',', ';', '\t'].reduce((best, mark) => (countOf(mark) > countOf(best) ? mark : best))
}

type Column = 'id' | 'file' | 'version' | keyof Label | (typeof forBoth)[number]
const known = new Map<string, Column>(
  [...labelFields, ...forBoth, 'id' as const, 'file' as const, 'version' as const].map((name) => [
    name.toLowerCase(),
    name,
  ]),
)

/** However it is written: `Title EN`, `title_en`, `titleEn`. */
function columnOf(name: string): Column | null {
  return known.get(name.toLowerCase().replaceAll(/[\s_-]/g, '')) ?? null
}

function readRow(record: string[], line: number, columns: (Column | null)[]): LabelRow {
  const row: LabelRow = { line, id: null, file: null, version: null, changes: {}, problems: [] }
  if (record.length > columns.length) row.problems.push({ column: '', code: 'cell_count' })
  const both: [(typeof forBoth)[number], string][] = []
  for (const [at, column] of columns.entries()) {
    const cell = record[at] ?? ''
    if (column === null || cell === '') continue
    if (column === 'id' || column === 'file') row[column] = cell
    else if (column === 'version') readVersion(row, cell)
    else if ((forBoth as readonly string[]).includes(column)) both.push([column as (typeof forBoth)[number], cell])
    else readCell(row, column as keyof Label, cell)
  }
  for (const [column, cell] of both) {
    for (const field of [`${column}En`, `${column}Zh`] as const)
      if (row.changes[field] === undefined) readCell(row, field, cell)
  }
  if (row.id === null && row.file === null) row.problems.push({ column: 'id', code: 'no_key' })
  return row
}

function readVersion(row: LabelRow, cell: string): void {
  const version = Number(cell)
  if (Number.isInteger(version) && version > 0) row.version = version
  else row.problems.push({ column: 'version', code: 'not_a_number' })
}

function readCell(row: LabelRow, field: keyof Label, cell: string): void {
  const value = readValue(field, cell)
  const parsed = labelSchema.shape[field].safeParse(value)
  if (parsed.success) Object.assign(row.changes, { [field]: parsed.data })
  else row.problems.push({ column: field, code: codeOf(field, value) })
}

function readValue(field: keyof Label, cell: string): unknown {
  const text = cell === EMPTIES ? '' : cell.replace(QUOTES, '')
  if (field === 'widthCm' || field === 'heightCm') return text === '' ? Number.NaN : Number(text.replace(',', '.'))
  if (field === 'tags') return [...new Set(text.split(/[;|]/).map((tag) => tag.trim()))].filter(Boolean)
  return text
}

function codeOf(field: keyof Label, value: unknown): Problem['code'] {
  if (typeof value === 'number') return Number.isNaN(value) ? 'not_a_number' : 'out_of_range'
  if (Array.isArray(value)) return 'too_many_tags'
  if (field === 'rights') return 'not_a_url'
  return value === '' ? 'missing_text' : 'too_long'
}
