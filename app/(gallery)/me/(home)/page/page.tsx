import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { PageForm } from '@/components/home/page-form'
import { PageTitle } from '@/components/ui/page-title'
import { homeMessages } from '@/lib/i18n/messages/home'
import { readPageSettings } from '@/server/artists/set-page'
import { getLocale } from '@/server/http/locale'
import { getViewer } from '@/server/http/viewer'

export async function generateMetadata(): Promise<Metadata> {
  return { title: homeMessages[await getLocale()].pageTitle, robots: { index: false } }
}

export default async function MyPage() {
  const [locale, viewer] = await Promise.all([getLocale(), getViewer()])
  if (!viewer || viewer.isGuest) redirect('/sign-in?next=/me/page')
  const t = homeMessages[locale]
  return (
    <div className="page pt-8 lg:pt-14">
      <PageTitle title={t.pageTitle}>
        <p className="mt-3 max-w-measure text-small text-secondary">{t.pageText}</p>
      </PageTitle>
      <PageForm settings={await readPageSettings(viewer)} />
    </div>
  )
}
