import type { Metadata } from 'next'
import Link from 'next/link'
import { Missing } from '@/app/missing'
import { LadderSection } from '@/components/operator/ladder-section'
import { ModelFigures } from '@/components/operator/model-figures'
import { QueueFigures } from '@/components/operator/queue-figures'
import { RungSwitch } from '@/components/operator/rung-switch'
import { WorkerTable } from '@/components/operator/worker-table'
import { PageTitle } from '@/components/ui/page-title'
import { formatMoment } from '@/lib/i18n/format-moment'
import { operatorMessages } from '@/lib/i18n/messages/operator'
import { operatorQueueMessages } from '@/lib/i18n/messages/operator-queue'
import { readLadder } from '@/server/admission/read-admission-view'
import { getLocale } from '@/server/http/locale'
import { readPause } from '@/server/portraits/pause-queue'
import { readQueue } from '@/server/portraits/read-queue'
import { listModels } from '@/server/styles/list-models'
import { listWorkers } from '@/server/workers/list-workers'
import { enterOperation } from './enter-operation'

export async function generateMetadata(): Promise<Metadata> {
  return { title: operatorMessages[await getLocale()].title, robots: { index: false } }
}

export default async function OperatorPage() {
  const [locale, viewer] = await Promise.all([getLocale(), enterOperation('/operator')])
  if (!viewer) return <Missing />
  const now = new Date()
  const [pausedAt, ladder, workers, queue, models] = await Promise.all([
    readPause(viewer),
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
      {pausedAt && (
        <p className="mb-14 border-l-2 border-ink pl-4 text-body">
          <Link href="/operator/queue" className="link">
            {operatorQueueMessages[locale].pausedSince(formatMoment(pausedAt, locale))}
          </Link>
        </p>
      )}
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
