import type { WorkerView } from '@/lib/contracts/operations'
import type { Locale } from '@/lib/i18n/locale'
import { operatorMessages } from '@/lib/i18n/messages/operator'
import { TableSection } from './table-section'
import { WorkerRows } from './worker-rows'

/** Who paints: a row each on a wide screen, and on a narrow one each as a list of facts. */
export function WorkerTable({ workers, locale }: { workers: WorkerView[]; locale: Locale }) {
  const t = operatorMessages[locale]
  const headings = [t.worker, t.model, t.provider, t.pace, t.runsSince, t.lastSeen]
  return (
    <TableSection title={t.workers}>
      {workers.length === 0 ? (
        <p className="text-small">{t.noWorkers}</p>
      ) : (
        <table className="w-full text-small tabular-nums max-lg:block">
          <thead className="max-lg:sr-only">
            <tr className="border-t text-label text-secondary">
              {headings.map((heading) => (
                <th key={heading} scope="col" className="py-2 pr-6 text-left font-normal">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          {workers.map((worker) => (
            <WorkerRows key={worker.id} worker={worker} headings={headings} locale={locale} />
          ))}
        </table>
      )}
    </TableSection>
  )
}
