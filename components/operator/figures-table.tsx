interface FiguresTableProps {
  /** Of all columns; left out where the rows' names say it all. */
  headings?: string[]
  rows: { name: string; figures: string[] }[]
}

/** Names on the left, figures on the right, a hairline above each. */
export function FiguresTable({ headings, rows }: FiguresTableProps) {
  return (
    <table className="w-full text-small tabular-nums">
      {headings && (
        <thead>
          <tr className="border-t text-label text-secondary">
            {headings.map((heading, index) => (
              <th
                key={heading}
                scope="col"
                className={`py-2 font-normal ${index === 0 ? 'text-left' : 'pl-4 text-right'}`}
              >
                {heading}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {rows.map(({ name, figures }) => (
          <tr key={name} className="border-t align-baseline">
            <th scope="row" className="py-3 text-left font-normal wrap-anywhere">
              {name}
            </th>
            {figures.map((figure, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
              <td key={index} className="py-3 pl-4 text-right">
                {figure}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
