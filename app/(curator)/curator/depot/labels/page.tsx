import type { Metadata } from 'next'
import Link from 'next/link'
import { Missing } from '@/app/missing'
import { LabelsImport } from '@/components/depot/labels-import'
import { PageTitle } from '@/components/ui/page-title'
import { depotMessages } from '@/lib/i18n/messages/depot'
import { getLocale } from '@/server/http/locale'
import { enterDesk } from '../../enter-desk'

export async function generateMetadata(): Promise<Metadata> {
  return { title: depotMessages[await getLocale()].labelsTitle, robots: { index: false } }
}

export default async function LabelsPage() {
  const [locale, viewer] = await Promise.all([getLocale(), enterDesk('/curator/depot/labels')])
  if (!viewer) return <Missing />
  const t = depotMessages[locale]
  return (
    <div className="page pt-8 lg:pt-14">
      <Link href="/curator/depot" className="link inline-flex min-h-11 items-center text-small">
        {t.toDepot}
      </Link>
      <PageTitle title={t.labelsTitle}>
        <p className="mt-3 max-w-measure text-small text-secondary">{t.labelsText}</p>
        <p className="mt-2 max-w-measure text-label text-secondary">{t.labelsColumns}</p>
      </PageTitle>
      <LabelsImport />
    </div>
  )
}
