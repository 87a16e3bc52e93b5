import type { QueueView } from '@/lib/contracts/operations'
import { formatSpan } from '@/lib/i18n/format-span'
import type { Locale } from '@/lib/i18n/locale'
import { operatorMessages } from '@/lib/i18n/messages/operator'
import { studioMessages } from '@/lib/i18n/messages/studio'
import { FiguresTable } from './figures-table'
import { TableSection } from './table-section'

const qualityNames = { SKETCH: 'sketch', PAINTING: 'painting', MASTER: 'master' } as const

/** The queue in numbers, and what painting took. */
export function QueueFigures({ queue, locale }: { queue: QueueView; locale: Locale }) {
  const t = operatorMessages[locale]
  const number = new Intl.NumberFormat(locale)
  const milliseconds = new Intl.NumberFormat(locale, { style: 'unit', unit: 'millisecond', maximumFractionDigits: 0 })
  const { oldestQueuedSeconds } = queue
  return (
    <>
      <TableSection title={t.orders} className="lg:col-span-5">
        <FiguresTable
          rows={[
            { name: t.queued, figures: [number.format(queue.queued)] },
            {
              name: t.oldestQueued,
              figures: [oldestQueuedSeconds === null ? t.noneWaits : formatSpan(oldestQueuedSeconds, locale)],
            },
            { name: t.painting, figures: [number.format(queue.painting)] },
            { name: t.paintedLately, figures: [number.format(queue.painted)] },
            { name: t.failedLately, figures: [number.format(queue.failed)] },
            { name: t.setAside, figures: [number.format(queue.setAside)] },
          ]}
        />
      </TableSection>
      <TableSection title={t.times} className="lg:col-span-5 lg:col-start-7">
        <FiguresTable
          headings={[t.quality, t.paintings, t.averageTime]}
          rows={queue.times.map(({ quality, paintings, averageMs }) => ({
            name: studioMessages[locale][qualityNames[quality]],
            figures: [number.format(paintings), averageMs === null ? '–' : milliseconds.format(averageMs)],
          }))}
        />
      </TableSection>
    </>
  )
}
