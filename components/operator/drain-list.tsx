'use client'

import { useLocale } from '@/components/ui/locale-provider'
import { call } from '@/lib/client/call'
import type { WorkerView } from '@/lib/contracts/operations'
import { routes } from '@/lib/contracts/routes'
import { operatorMessages } from '@/lib/i18n/messages/operator'
import { operatorQueueMessages } from '@/lib/i18n/messages/operator-queue'
import { ActButton } from './act-button'

/** Workers that live, what they do, and whether they take orders. */
export function DrainList({ workers }: { workers: WorkerView[] }) {
  const locale = useLocale()
  const t = operatorQueueMessages[locale]
  if (workers.length === 0) return <p className="text-small">{operatorMessages[locale].noWorkers}</p>
  return (
    <ul className="border-b">
      {workers.map(({ id, isDrained, busy, concurrency }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t py-3">
          <div>
            <p className="text-small wrap-anywhere">{id}</p>
            <p className="text-label text-secondary">
              {isDrained ? (busy > 0 ? t.draining(busy) : t.drained) : t.busy(busy, concurrency)}
            </p>
          </div>
          {isDrained ? (
            <ActButton
              key="undrain"
              label={t.undrain}
              about={t.undrainOf(id)}
              act={() => call(routes.undrainWorker, { params: { id } })}
            />
          ) : (
            <ActButton
              key="drain"
              label={t.drain}
              about={t.drainOf(id)}
              act={() => call(routes.drainWorker, { params: { id } })}
            />
          )}
        </li>
      ))}
    </ul>
  )
}
