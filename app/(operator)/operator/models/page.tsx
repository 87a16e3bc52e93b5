import type { Metadata } from 'next'
import { Missing } from '@/app/missing'
import { LoadedModels } from '@/components/operator/loaded-models'
import { MannerList } from '@/components/operator/manner-list'
import { ModelFigures } from '@/components/operator/model-figures'
import { PageTitle } from '@/components/ui/page-title'
import { operatorDeskMessages } from '@/lib/i18n/messages/operator-desk'
import { operatorQueueMessages } from '@/lib/i18n/messages/operator-queue'
import { getLocale } from '@/server/http/locale'
import { listManners } from '@/server/styles/list-manners'
import { listModels } from '@/server/styles/list-models'
import { listWorkers } from '@/server/workers/list-workers'
import { enterOperation } from '../enter-operation'

const path = '/operator/models'

export async function generateMetadata(): Promise<Metadata> {
  return { title: operatorDeskMessages[await getLocale()].models, robots: { index: false } }
}

export default async function ModelsPage() {
  const [locale, viewer] = await Promise.all([getLocale(), enterOperation(path)])
  if (!viewer) return <Missing />
  const [workers, models, manners] = await Promise.all([listWorkers(viewer), listModels(viewer), listManners(viewer)])
  const t = operatorQueueMessages[locale]
  const desk = operatorDeskMessages[locale]
  return (
    <div className="page pt-8 lg:pt-14">
      <PageTitle title={desk.models}>
        <p className="mt-3 max-w-measure text-small text-secondary">{t.modelsText}</p>
      </PageTitle>
      <LoadedModels workers={workers} locale={locale} />
      <div className="grid-cols-12 gap-x-10 lg:grid">
        <div className="lg:col-span-6">
          <MannerList manners={manners} locale={locale} />
        </div>
        <div className="lg:col-span-5 lg:col-start-8">
          <ModelFigures models={models} locale={locale} />
        </div>
      </div>
    </div>
  )
}
