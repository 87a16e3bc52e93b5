'use client'

import Link from 'next/link'
import { useLocale } from '@/components/ui/locale-provider'
import { call } from '@/lib/client/call'
import type { QueuedOrder } from '@/lib/contracts/order-queue'
import { routes } from '@/lib/contracts/routes'
import { formatMoment } from '@/lib/i18n/format-moment'
import { failureMessages } from '@/lib/i18n/messages/failures'
import { operatorDeskMessages } from '@/lib/i18n/messages/operator-desk'
import { operatorQueueMessages } from '@/lib/i18n/messages/operator-queue'
import { studioMessages } from '@/lib/i18n/messages/studio'
import { ActButton } from './act-button'
import { ConfirmStep } from './confirm-step'

const qualityNames = { SKETCH: 'sketch', PAINTING: 'painting', MASTER: 'master' } as const

/** One order: for whom, what was asked for, how it goes, and what may be done about it. */
export function QueuedOrderRow({ order, isEnded }: { order: QueuedOrder; isEnded: boolean }) {
  const locale = useLocale()
  const t = operatorQueueMessages[locale]
  const desk = operatorDeskMessages[locale]
  const { id, failure } = order
  const percent = new Intl.NumberFormat(locale, { style: 'percent' }).format(order.progress)
  const facts = [
    t.turn(order.turn),
    t.attempts(order.attempts),
    ...(order.progress > 0 && !isEnded ? [t.done(percent)] : []),
    ...(order.workerId ? [t.paintedBy(order.workerId)] : []),
    ...(order.isSharing ? [t.sharing] : []),
  ]
  const moment = order.finishedAt ?? order.createdAt
  return (
    <li className="grid gap-x-10 gap-y-2 border-t py-4 lg:grid-cols-12" data-order={id}>
      <div className="lg:col-span-8">
        <h2 className="text-small font-medium wrap-anywhere">{t.orderOf(order.personName)}</h2>
        <p className="text-small wrap-anywhere">
          {t.orderFacts(order.styleId, studioMessages[locale][qualityNames[order.quality]], order.size)}
        </p>
        {failure && <p className="mt-1 border-l-2 border-ink pl-3 text-small">{failureMessages[locale][failure]}</p>}
        <p className="mt-1 text-label text-secondary wrap-anywhere">
          <time dateTime={moment}>{formatMoment(moment, locale)}</time> · {facts.join(' · ')}
        </p>
      </div>
      <div className="flex flex-wrap items-start gap-x-6 gap-y-2 lg:col-span-4 lg:justify-end">
        <Link
          href={`/operator/audit?kind=portrait&id=${id}`}
          prefetch={false}
          className="link inline-flex min-h-11 items-center text-small"
        >
          {desk.audit}
        </Link>
        {isEnded ? (
          <ActButton kind="quiet" label={t.retry} act={() => call(routes.retryForHouse, { params: { id } })} />
        ) : (
          <ConfirmStep
            action={t.cancelOrder}
            text={t.cancelText}
            confirm={t.cancelOrder}
            onConfirm={async () => {
              await call(routes.cancelForHouse, { params: { id } })
            }}
          >
            {t.cancelled}
          </ConfirmStep>
        )}
      </div>
    </li>
  )
}
