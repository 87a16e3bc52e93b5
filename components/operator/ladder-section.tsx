import type { ReactNode } from 'react'
import type { BreakerState, LadderView } from '@/lib/contracts/admission'
import type { Locale } from '@/lib/i18n/locale'
import { operatorMessages } from '@/lib/i18n/messages/operator'
import { FiguresTable } from './figures-table'
import { TableSection } from './table-section'

const breakerWords = { closed: 'closed', open: 'open', 'half-open': 'halfOpen' } as const satisfies Record<
  BreakerState,
  string
>

interface LadderSectionProps {
  ladder: LadderView
  locale: Locale
  /** The switch that holds a rung. */
  children: ReactNode
}

/** Where the house stands on the overload ladder and why, beside the switch. */
export function LadderSection({ ladder, locale, children }: LadderSectionProps) {
  const t = operatorMessages[locale]
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  const seconds = (value: number) => t.backlogSeconds(number.format(value))
  const { rung, forcedRung, backlogSeconds, thresholds, breaker, models } = ladder
  const name = t.rungNames(rung)
  const next = thresholds[rung]
  const rows = [
    { name: t.rung, figures: [forcedRung === null ? name : t.rungForced(name)] },
    { name: t.backlog, figures: [seconds(backlogSeconds)] },
    { name: t.nextRung, figures: [next === undefined ? '–' : seconds(next)] },
    { name: t.breaker, figures: [t[breakerWords[breaker]]] },
    ...models.map((each) => ({ name: t.breakerOf(each.model), figures: [t[breakerWords[each.breaker]]] })),
  ]
  return (
    <div className="grid-cols-12 gap-x-10 lg:grid">
      <TableSection title={t.ladder} className="lg:col-span-5">
        <FiguresTable rows={rows} />
      </TableSection>
      <TableSection title={t.switchTitle} className="lg:col-span-5 lg:col-start-7">
        {children}
      </TableSection>
    </div>
  )
}
