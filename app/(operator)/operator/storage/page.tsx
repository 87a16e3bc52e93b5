import type { Metadata } from 'next'
import { Missing } from '@/app/missing'
import { HouseQuota } from '@/components/operator/house-quota'
import { StorageFigures } from '@/components/operator/storage-figures'
import { StorageRow } from '@/components/operator/storage-row'
import { TableSection } from '@/components/operator/table-section'
import { PageTitle } from '@/components/ui/page-title'
import { Pager } from '@/components/ui/pager'
import { storageQuerySchema } from '@/lib/contracts/storage'
import { operatorDeskMessages } from '@/lib/i18n/messages/operator-desk'
import { readHouseSettings } from '@/server/house/read-house-settings'
import { getLocale } from '@/server/http/locale'
import { listStorage } from '@/server/people/list-storage'
import { readStorage } from '@/server/storage/read-storage'
import { enterOperation } from '../enter-operation'

const path = '/operator/storage'

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: operatorDeskMessages[await getLocale()].storage, robots: { index: false } }
}

export default async function StoragePage({ searchParams }: PageProps) {
  const [locale, viewer, asked] = await Promise.all([getLocale(), enterOperation(path), searchParams])
  if (!viewer) return <Missing />
  const { cursor } = storageQuerySchema.safeParse(asked).data ?? {}
  const [figures, house, { people, nextCursor }] = await Promise.all([
    readStorage(viewer),
    readHouseSettings(viewer),
    listStorage(viewer, cursor),
  ])
  const t = operatorDeskMessages[locale]
  return (
    <div className="page pt-8 lg:pt-14">
      <PageTitle title={t.storage}>
        <p className="mt-3 max-w-measure text-small text-secondary">{t.storageText}</p>
      </PageTitle>
      <div className="grid-cols-12 gap-x-10 lg:grid">
        <StorageFigures figures={figures} locale={locale} />
        <TableSection title={t.quotaTitle} className="lg:col-span-5 lg:col-start-8">
          <p className="mb-6 max-w-measure text-small text-secondary">{t.quotaText}</p>
          <HouseQuota house={house} />
        </TableSection>
      </div>
      <TableSection title={t.most}>
        {people.length === 0 && <p className="text-small">{t.nothingKept}</p>}
        <ul className="border-b empty:border-0">
          {people.map((person) => (
            <StorageRow key={person.id} person={person} />
          ))}
        </ul>
        <Pager path={path} cursor={cursor} nextCursor={nextCursor} locale={locale} />
      </TableSection>
    </div>
  )
}
