import type { ReactNode } from 'react'

interface FiguresTableProps {
  /** Heading of what the rows are about. */
  subject: string
  /** Heading of the figure that phones show, too. */
  main: string
  /** Headings of the others, which phones have in a line below the row's name. */
  columns: string[]
  rows: { id: string; name: ReactNode; main: ReactNode; figures: (number | string)[] }[]
  /** Class of that line, to stand under the name's first letter. */
  indent?: string
}

/** Rows with figures: a whole table on a desk, name and main figure with a line of the rest on a phone. */
export function FiguresTable({ subject, main, columns, rows, indent = '' }: FiguresTableProps) {
  return (
    <table className="w-full text-small tabular-nums">
      <thead>
        <tr className="border-t text-label text-secondary">
          <th scope="col" className="py-2 text-left font-normal">
            {subject}
          </th>
          <th scope="col" className="py-2 pl-4 text-right font-normal">
            {main}
          </th>
          {columns.map((name) => (
            <th key={name} scope="col" className="py-2 pl-4 text-right font-normal max-lg:hidden">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} className="border-t align-baseline">
            <th scope="row" className="py-3 text-left font-normal">
              {row.name}
              <span className={`mt-1 block text-label text-secondary lg:hidden ${indent}`}>
                {columns.map((name, column) => `${name} ${row.figures[column]}`).join(' · ')}
              </span>
            </th>
            <td className="py-3 pl-4 text-right whitespace-nowrap">{row.main}</td>
            {columns.map((name, column) => (
              <td key={name} className="py-3 pl-4 text-right whitespace-nowrap max-lg:hidden">
                {row.figures[column]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
