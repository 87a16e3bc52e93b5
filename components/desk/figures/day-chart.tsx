import type { DayFigures } from '@/lib/contracts/figures'
import { formatDay } from '@/lib/i18n/format-day'
import type { Locale } from '@/lib/i18n/locale'
import { figuresMessages } from '@/lib/i18n/messages/figures'
import { niceTop } from './nice-top'

interface DayChartProps {
  days: DayFigures[]
  locale: Locale
}

/** Visits by day as bars, those into the hall dark within them, and every number in a table beside them. */
export function DayChart({ days, locale }: DayChartProps) {
  const t = figuresMessages[locale]
  const most = days.reduce((best, day) => (day.visits > best.visits ? day : best), days[0] as DayFigures)
  const sum = days.reduce((visits, day) => visits + day.visits, 0)
  const top = niceTop(most.visits)
  // About as many dates as there is room for, the last one among them.
  const step = Math.max(1, Math.ceil(days.length / 6))
  const marks = days.map((_, index) => index).filter((index) => (days.length - 1 - index) % step === 0)
  return (
    <div className="grid gap-x-12 gap-y-8 lg:grid-cols-12">
      <figure className="lg:col-span-8">
        <div className="relative ml-10 h-56 lg:h-72">
          {(sum > 0 ? [1, 0.5, 0] : [1, 0]).map((part) => (
            <div key={part} className="absolute inset-x-0 border-t" style={{ bottom: `${part * 100}%` }}>
              <span className="absolute -top-2.5 right-full pr-2 text-label text-secondary tabular-nums">
                {sum > 0 && top * part}
              </span>
            </div>
          ))}
          <svg
            role="img"
            aria-label={sum > 0 ? t.chartText(sum, formatDay(most.day, locale, true), most.visits) : t.noVisits}
            viewBox={`0 0 ${days.length} ${top}`}
            preserveAspectRatio="none"
            className="absolute inset-0 size-full"
          >
            {days.map(({ day, visits, hallVisits }, index) => (
              <g key={day}>
                <title>{`${formatDay(day, locale, true)}: ${visits} · ${t.hallVisits} ${hallVisits}`}</title>
                <rect x={index} y={0} width={1} height={top} fill="transparent" />
                <rect x={index + 0.15} y={top - visits} width={0.7} height={visits} className="fill-rule" />
                <rect
                  x={index + 0.15}
                  y={top - Math.min(visits, hallVisits)}
                  width={0.7}
                  height={Math.min(visits, hallVisits)}
                  className="fill-ink"
                />
              </g>
            ))}
          </svg>
          {sum === 0 && (
            <p className="absolute inset-0 flex items-center justify-center px-6 text-center text-small text-secondary">
              {t.noVisits}
            </p>
          )}
        </div>
        <div aria-hidden="true" className="relative mt-2 ml-10 h-5 text-label text-secondary tabular-nums">
          {marks.map((index) => (
            <span
              key={index}
              className={`absolute whitespace-nowrap ${index === days.length - 1 ? 'right-0' : index === 0 ? '' : '-translate-x-1/2'} ${(days.length - 1 - index) % (2 * step) === 0 ? '' : 'max-sm:hidden'}`}
              style={index === days.length - 1 ? undefined : { left: `${((index + 0.5) / days.length) * 100}%` }}
            >
              {formatDay(days[index]?.day ?? '', locale)}
            </span>
          ))}
        </div>
        <figcaption className="mt-4 ml-10 flex flex-wrap gap-x-6 gap-y-1 text-label text-secondary">
          <span className="inline-flex items-center gap-2">
            <span aria-hidden="true" className="size-3 bg-rule" />
            {t.allVisits}
          </span>
          <span className="inline-flex items-center gap-2">
            <span aria-hidden="true" className="size-3 bg-ink" />
            {t.hallVisits}
          </span>
        </figcaption>
      </figure>
      <section
        aria-label={t.dayTable}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
        tabIndex={0}
        className="max-h-80 overflow-y-auto border-y lg:col-span-4"
      >
        <table className="w-full text-label tabular-nums">
          <thead className="sticky top-0 bg-paper">
            <tr className="text-secondary">
              <th scope="col" className="py-2 text-left font-normal">
                {t.day}
              </th>
              {[t.visits, t.hallVisits, t.likes, t.portraits].map((name) => (
                <th key={name} scope="col" className="py-2 pl-3 text-right font-normal">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {days.toReversed().map((row) => (
              <tr key={row.day} className="border-t">
                <th scope="row" className="py-2 text-left font-normal whitespace-nowrap">
                  <time dateTime={row.day}>{formatDay(row.day, locale)}</time>
                </th>
                {[row.visits, row.hallVisits, row.likes, row.portraits].map((value, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                  <td key={index} className="py-2 pl-3 text-right">
                    {value}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  )
}
