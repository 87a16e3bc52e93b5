import { Tabs } from '@/components/ui/tabs'
import { type FigureRange, figureRanges } from '@/lib/contracts/figures'
import type { Locale } from '@/lib/i18n/locale'
import { figuresMessages } from '@/lib/i18n/messages/figures'

/** How many days the figures below go back. */
export function RangeTabs({ path, current, locale }: { path: string; current: FigureRange; locale: Locale }) {
  const t = figuresMessages[locale]
  const tabs = figureRanges.map((days) => ({
    href: `${path}?days=${days}`,
    name: t.days(days),
    isCurrent: days === current,
  }))
  return <Tabs label={t.range} tabs={tabs} />
}
