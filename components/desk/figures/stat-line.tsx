import type { ReactNode } from 'react'

interface StatLineProps {
  stats: { name: string; value: ReactNode; testId?: string }[]
}

/** The figures that one looks for first, in a line; two by two on a phone. */
export function StatLine({ stats }: StatLineProps) {
  return (
    <dl className="mb-12 grid grid-cols-2 border-b lg:mb-14 lg:auto-cols-fr lg:grid-flow-col lg:grid-cols-none">
      {stats.map(({ name, value, testId }) => (
        <div key={name} className="flex flex-col-reverse justify-end border-t py-4 pr-4 max-lg:last:odd:col-span-2">
          <dt className="text-label text-secondary">{name}</dt>
          <dd className="editorial text-title tabular-nums" data-testid={testId}>
            {value}
          </dd>
        </div>
      ))}
    </dl>
  )
}
