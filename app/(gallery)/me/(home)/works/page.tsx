import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { OwnWorkTile } from '@/components/home/own-work-tile'
import { OwnWorksUploader } from '@/components/home/own-works-uploader'
import { PageTitle } from '@/components/ui/page-title'
import { Pager } from '@/components/ui/pager'
import { ownWorksQuerySchema } from '@/lib/contracts/artists'
import { homeMessages } from '@/lib/i18n/messages/home'
import { listOwnWorks } from '@/server/artists/own-works'
import { getLocale } from '@/server/http/locale'
import { getViewer } from '@/server/http/viewer'

const path = '/me/works'

interface PageProps {
  searchParams: Promise<{ cursor?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: homeMessages[await getLocale()].worksTitle, robots: { index: false } }
}

export default async function MyWorksPage({ searchParams }: PageProps) {
  const [locale, viewer, query] = await Promise.all([getLocale(), getViewer(), searchParams])
  if (!viewer || viewer.isGuest) redirect(`/sign-in?next=${path}`)
  const cursor = ownWorksQuerySchema.safeParse({ cursor: query.cursor }).data?.cursor
  const { works, nextCursor } = await listOwnWorks(viewer, cursor)
  const t = homeMessages[locale]
  return (
    <div className="page pt-8 lg:pt-14">
      <PageTitle title={t.worksTitle}>
        <p className="mt-3 max-w-measure text-small text-secondary">{t.worksText}</p>
      </PageTitle>
      <div className="mb-10">
        <OwnWorksUploader />
      </div>
      {works.length === 0 && <p className="text-body">{t.worksEmpty}</p>}
      <ul className="grid grid-cols-2 gap-x-4 gap-y-10 sm:grid-cols-3 lg:grid-cols-4 lg:gap-x-8 lg:gap-y-14">
        {works.map((work) => (
          <OwnWorkTile key={work.artwork.id} work={work} locale={locale} />
        ))}
      </ul>
      <Pager path={path} cursor={cursor} nextCursor={nextCursor} locale={locale} />
    </div>
  )
}
