import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Missing } from '@/app/missing'
import { LadderSection } from '@/components/operator/ladder-section'
import { ModelFigures } from '@/components/operator/model-figures'
import { QueueFigures } from '@/components/operator/queue-figures'
import { RungSwitch } from '@/components/operator/rung-switch'
import { WorkerTable } from '@/components/operator/worker-table'
import { PageTitle } from '@/components/ui/page-title'
import { formatMoment } from '@/lib/i18n/format-moment'
import { operatorMessages } from '@/lib/i18n/messages/operator'
import { hasRole } from '@/server/accounts/require-role'
import { readLadder } from '@/server/admission/read-admission-view'
import { getLocale } from '@/server/http/locale'
import { getViewer } from '@/server/http/viewer'
import { readQueue } from '@/server/portraits/read-queue'
import { listModels } from '@/server/styles/list-models'
import { listWorkers } from '@/server/workers/list-workers'

export async function generateMetadata(): Promise<Metadata> {
  return { title: operatorMessages[await getLocale()].title, robots: { index: false } }
}

export default async function OperatorPage() {
  const [locale, viewer] = await Promise.all([getLocale(), getViewer()])
  if (!viewer || viewer.isGuest) redirect('/sign-in?next=/operator')
  // The reads refuse others by themselves; to them this page is not there.
  if (!hasRole(viewer, 'OPERATOR')) return <Missing />
  const now = new Date()
  const [ladder, workers, queue, models] = await Promise.all([
    readLadder(viewer),
    listWorkers(viewer),
    readQueue(viewer, now),
    listModels(viewer),
  ])
  const t = operatorMessages[locale]
  return (
    <div className="page pt-8 lg:pt-14">
      <PageTitle title={t.title}>
        <p className="mt-3 max-w-measure text-small text-secondary">
          {t.text} {t.asOf(formatMoment(now.toISOString(), locale))}
        </p>
      </PageTitle>
      <LadderSection ladder={ladder} locale={locale}>
        <RungSwitch forcedRung={ladder.forcedRung} />
      </LadderSection>
      <WorkerTable workers={workers} locale={locale} />
      <div className="grid-cols-12 gap-x-10 lg:grid">
        <QueueFigures queue={queue} locale={locale} />
        <ModelFigures models={models} locale={locale} />
      </div>
    </div>
  )
}
