import type { Metadata } from 'next'
import { Missing } from '@/app/missing'
import { DayChart } from '@/components/desk/figures/day-chart'
import { FiguresSection } from '@/components/desk/figures/figures-section'
import { HeatPlan } from '@/components/desk/figures/heat-plan'
import { RangeTabs } from '@/components/desk/figures/range-tabs'
import { StatLine } from '@/components/desk/figures/stat-line'
import { StyleTable } from '@/components/desk/figures/style-table'
import { sumsOf } from '@/components/desk/figures/sums-of'
import { VisitorsNow } from '@/components/desk/figures/visitors-now'
import { WorkTable } from '@/components/desk/figures/work-table'
import { ButtonLink } from '@/components/ui/button-link'
import { PageTitle } from '@/components/ui/page-title'
import { idSchema } from '@/lib/contracts/common'
import { figuresQuerySchema } from '@/lib/contracts/figures'
import { formatDay } from '@/lib/i18n/format-day'
import { formatStay } from '@/lib/i18n/format-stay'
import { figuresMessages } from '@/lib/i18n/messages/figures'
import { readExhibitionFigures } from '@/server/figures/read-exhibition-figures'
import { readHeatPlan } from '@/server/figures/read-heat-plan'
import { getLocale } from '@/server/http/locale'
import { unlessMissing } from '@/server/http/unless-missing'
import { enterDesk } from '../../../enter-desk'

interface PageProps {
  params: Promise<{ id: string }>
  searchParams: Promise<{ days?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: figuresMessages[await getLocale()].title, robots: { index: false } }
}

export default async function ExhibitionFiguresPage({ params, searchParams }: PageProps) {
  const [{ id }, locale, query] = await Promise.all([params, getLocale(), searchParams])
  const path = `/curator/exhibitions/${id}/figures`
  const viewer = await enterDesk(path, 'VISITOR')
  const { days } = figuresQuerySchema.safeParse({ days: query.days }).data ?? figuresQuerySchema.parse({})
  const known = idSchema.safeParse(id).success
  const loaded = known
    ? await unlessMissing(async () => ({
        figures: await readExhibitionFigures(id, days, viewer),
        plan: await readHeatPlan(id, viewer),
      }))
    : null
  if (!loaded) return <Missing />
  const t = figuresMessages[locale]
  const { figures, plan } = loaded
  const sums = sumsOf(figures.days)
  const seconds = figures.works.reduce((all, work) => all + work.hallSeconds + work.pageSeconds, 0)
  const csv = (table: string) => `/api/desk/exhibitions/${id}/figures/${table}?days=${days}`
  const zone = figures.timeZone.replaceAll('_', ' ')
  return (
    <div className="page pt-8 lg:pt-14">
      <PageTitle title={figures.title[locale] ? t.figuresOf(figures.title[locale]) : t.title}>
        <p className="mt-3 max-w-measure text-small text-secondary">
          {t.showText} {t.private}
        </p>
        <p className="mt-2 flex flex-wrap gap-x-6">
          <ButtonLink href={`/curator/exhibitions/${id}`} kind="quiet">
            {t.toExhibition}
          </ButtonLink>
        </p>
      </PageTitle>
      <RangeTabs path={path} current={days} locale={locale} />
      <p className="-mt-4 mb-4 text-label text-secondary">
        {t.span(formatDay(figures.from, locale, true), formatDay(figures.to, locale, true), zone)}
      </p>
      <StatLine
        stats={[
          { name: t.now, value: <VisitorsNow exhibitionId={id} initial={figures.now} />, testId: 'figures-now' },
          { name: t.visits, value: sums.visits, testId: 'figures-visits' },
          { name: t.hallVisits, value: sums.hallVisits, testId: 'figures-hall-visits' },
          { name: t.stay, value: formatStay(seconds, locale) },
          { name: t.likes, value: sums.likes },
          { name: t.favourites, value: sums.favourites },
          { name: t.portraits, value: sums.portraits },
        ]}
      />
      <FiguresSection title={t.byDay} csv={csv('days')} locale={locale}>
        <DayChart days={figures.days} locale={locale} />
      </FiguresSection>
      <FiguresSection title={t.plan} hint={t.planHint} locale={locale}>
        {plan.places.length === 0 ? (
          <p className="text-small text-secondary">{t.noWorks}</p>
        ) : (
          <HeatPlan {...plan} works={figures.works} locale={locale} />
        )}
      </FiguresSection>
      <FiguresSection title={t.works} hint={t.worksHint} csv={csv('works')} locale={locale}>
        {figures.works.length === 0 ? (
          <p className="text-small text-secondary">{t.noWorks}</p>
        ) : (
          <WorkTable works={figures.works} locale={locale} />
        )}
      </FiguresSection>
      <FiguresSection title={t.styles} hint={t.stylesHint} csv={csv('portraits')} locale={locale}>
        <StyleTable styles={figures.styles} locale={locale} />
      </FiguresSection>
    </div>
  )
}
