import type { Metadata } from 'next'
import { Missing } from '@/app/missing'
import { HouseForm } from '@/components/operator/house-form'
import { PageTitle } from '@/components/ui/page-title'
import { operatorDeskMessages } from '@/lib/i18n/messages/operator-desk'
import { readHouseSettings } from '@/server/house/read-house-settings'
import { getLocale } from '@/server/http/locale'
import { enterOperation } from '../enter-operation'

const path = '/operator/house'

export async function generateMetadata(): Promise<Metadata> {
  return { title: operatorDeskMessages[await getLocale()].house, robots: { index: false } }
}

export default async function HousePage() {
  const [locale, viewer] = await Promise.all([getLocale(), enterOperation(path)])
  if (!viewer) return <Missing />
  const house = await readHouseSettings(viewer)
  const t = operatorDeskMessages[locale]
  return (
    <div className="page pt-8 lg:pt-14">
      <PageTitle title={t.house}>
        <p className="mt-3 max-w-measure text-small text-secondary">{t.houseText}</p>
      </PageTitle>
      <HouseForm house={house} />
    </div>
  )
}
