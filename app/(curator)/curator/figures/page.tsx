import type { Metadata } from 'next'
import { Missing } from '@/app/missing'
import { DayChart } from '@/components/desk/figures/day-chart'
import { ExhibitionTable } from '@/components/desk/figures/exhibition-table'
import { FiguresSection } from '@/components/desk/figures/figures-section'
import { RangeTabs } from '@/components/desk/figures/range-tabs'
import { StatLine } from '@/components/desk/figures/stat-line'
import { StyleTable } from '@/components/desk/figures/style-table'
import { sumsOf } from '@/components/desk/figures/sums-of'
import { WorkTable } from '@/components/desk/figures/work-table'
import { PageTitle } from '@/components/ui/page-title'
import { figuresQuerySchema } from '@/lib/contracts/figures'
import { formatDay } from '@/lib/i18n/format-day'
import { figuresMessages } from '@/lib/i18n/messages/figures'
import { readHouseFigures } from '@/server/figures/read-house-figures'
import { getLocale } from '@/server/http/locale'
import { enterDesk } from '../enter-desk'

interface PageProps {
  searchParams: Promise<{ days?: string | string[] }>
}

const path = '/curator/figures'

export async function generateMetadata(): Promise<Metadata> {
  return { title: figuresMessages[await getLocale()].title, robots: { index: false } }
}

export default async function HouseFiguresPage({ searchParams }: PageProps) {
  const [locale, viewer, query] = await Promise.all([getLocale(), enterDesk(path), searchParams])
  if (!viewer) return <Missing />
  const { days } = figuresQuerySchema.safeParse({ days: query.days }).data ?? figuresQuerySchema.parse({})
  const figures = await readHouseFigures(days, viewer)
  const t = figuresMessages[locale]
  const sums = sumsOf(figures.days)
  const csv = (table: string) => `/api/desk/figures/${table}?days=${days}`
  return (
    <div className="page pt-8 lg:pt-14">
      <PageTitle title={t.title}>
        <p className="mt-3 max-w-measure text-small text-secondary">
          {t.houseText} {t.private}
        </p>
      </PageTitle>
      <RangeTabs path={path} current={days} locale={locale} />
      <p className="-mt-4 mb-4 text-label text-secondary">
        {t.houseSpan(formatDay(figures.from, locale, true), formatDay(figures.to, locale, true))}
      </p>
      <StatLine
        stats={[
          { name: t.now, value: figures.now },
          { name: t.visits, value: sums.visits },
          { name: t.hallVisits, value: sums.hallVisits },
          { name: t.likes, value: sums.likes },
          { name: t.favourites, value: sums.favourites },
          { name: t.portraits, value: sums.portraits },
        ]}
      />
      <FiguresSection title={t.byDay} csv={csv('days')} locale={locale}>
        <DayChart days={figures.days} locale={locale} />
      </FiguresSection>
      <FiguresSection title={t.exhibitions} csv={csv('exhibitions')} locale={locale}>
        <ExhibitionTable exhibitions={figures.exhibitions} query={`?days=${days}`} locale={locale} />
      </FiguresSection>
      <FiguresSection title={t.mostSeen} hint={t.worksHint} csv={csv('works')} locale={locale}>
        {figures.works.length === 0 ? (
          <p className="text-small text-secondary">{t.noLooks}</p>
        ) : (
          <WorkTable works={figures.works} locale={locale} />
        )}
      </FiguresSection>
      <FiguresSection title={t.styles} hint={t.houseStylesHint} csv={csv('portraits')} locale={locale}>
        <StyleTable styles={figures.styles} locale={locale} />
      </FiguresSection>
    </div>
  )
}
