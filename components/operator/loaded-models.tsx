import type { WorkerView } from '@/lib/contracts/operations'
import { formatAgo } from '@/lib/i18n/format-span'
import type { Locale } from '@/lib/i18n/locale'
import { operatorMessages } from '@/lib/i18n/messages/operator'
import { operatorQueueMessages } from '@/lib/i18n/messages/operator-queue'
import { FiguresTable } from './figures-table'
import { TableSection } from './table-section'

/** Which networks each worker has, and which of them it holds open. */
export function LoadedModels({ workers, locale }: { workers: WorkerView[]; locale: Locale }) {
  const t = operatorQueueMessages[locale]
  return (
    <TableSection title={t.loaded}>
      {workers.length === 0 && <p className="text-small">{operatorMessages[locale].noWorkers}</p>}
      <div className="grid gap-x-10 gap-y-10 lg:grid-cols-2">
        {workers.map(({ id, models, warm, sizes, provider, isSilent, unheardSeconds, notes }) => (
          <div key={id}>
            <h3 className="text-small font-medium wrap-anywhere">{id}</h3>
            <p className="mb-3 text-label text-secondary">
              {[
                provider,
                t.sizes(sizes.join(locale === 'zh' ? '、' : ', ')),
                ...(isSilent ? [operatorMessages[locale].silent(formatAgo(unheardSeconds, locale))] : []),
              ].join(' · ')}
            </p>
            <FiguresTable
              rows={models.map((name) => ({ name, figures: [warm.includes(name) ? t.openNow : t.onShelf] }))}
            />
            {notes.length > 0 && (
              <ul lang="en" className="mt-3 space-y-1 text-label">
                {notes.map((note) => (
                  <li key={note} className="border-l-2 border-ink pl-3 wrap-anywhere">
                    {note}
                  </li>
                ))}
              </ul>
            )}
          </div>
        ))}
      </div>
    </TableSection>
  )
}
