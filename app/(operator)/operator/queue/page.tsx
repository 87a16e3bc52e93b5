import type { Metadata } from 'next'
import { Missing } from '@/app/missing'
import { DrainList } from '@/components/operator/drain-list'
import { PauseSection } from '@/components/operator/pause-section'
import { QueuedOrderRow } from '@/components/operator/queued-order-row'
import { TableSection } from '@/components/operator/table-section'
import { PageTitle } from '@/components/ui/page-title'
import { Pager } from '@/components/ui/pager'
import { Tabs } from '@/components/ui/tabs'
import { queueQuerySchema, queueStates } from '@/lib/contracts/order-queue'
import { operatorDeskMessages, operatorWords } from '@/lib/i18n/messages/operator-desk'
import { operatorQueueMessages } from '@/lib/i18n/messages/operator-queue'
import { getLocale } from '@/server/http/locale'
import { listQueue } from '@/server/portraits/list-queue'
import { readPause } from '@/server/portraits/pause-queue'
import { listWorkers } from '@/server/workers/list-workers'
import { enterOperation } from '../enter-operation'

const path = '/operator/queue'

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: operatorDeskMessages[await getLocale()].queue, robots: { index: false } }
}

export default async function QueuePage({ searchParams }: PageProps) {
  const [locale, viewer, asked] = await Promise.all([getLocale(), enterOperation(path), searchParams])
  if (!viewer) return <Missing />
  const { state, cursor } = queueQuerySchema.safeParse(asked).data ?? queueQuerySchema.parse({})
  const [pausedAt, { orders, nextCursor }, workers] = await Promise.all([
    readPause(viewer),
    listQueue(state, viewer, cursor),
    listWorkers(viewer),
  ])
  const t = operatorQueueMessages[locale]
  const desk = operatorDeskMessages[locale]
  const addressOf = (each: string) => (each === 'waiting' ? path : `${path}?state=${each}`)
  const tabs = queueStates.map((each) => ({
    href: addressOf(each),
    name: operatorWords[locale].states[each],
    isCurrent: each === state,
  }))
  return (
    <div className="page pt-8 lg:pt-14">
      <PageTitle title={desk.queue}>
        <p className="mt-3 max-w-measure text-small text-secondary">{t.queueText}</p>
      </PageTitle>
      <div className="grid-cols-12 gap-x-10 lg:grid">
        <div className="lg:col-span-6">
          <PauseSection pausedAt={pausedAt} />
        </div>
        <TableSection title={t.workers} className="lg:col-span-5 lg:col-start-8">
          <DrainList workers={workers.filter(({ isSilent }) => !isSilent)} />
        </TableSection>
      </div>
      <Tabs label={desk.queue} tabs={tabs} />
      {orders.length === 0 && <p className="text-body">{t.noOrders}</p>}
      <ul>
        {orders.map((order) => (
          <QueuedOrderRow key={order.id} order={order} isEnded={state === 'failed' || state === 'set-aside'} />
        ))}
      </ul>
      <Pager path={addressOf(state)} cursor={cursor} nextCursor={nextCursor} locale={locale} />
    </div>
  )
}
