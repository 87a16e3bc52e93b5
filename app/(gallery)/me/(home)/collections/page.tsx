import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { NewCollection } from '@/components/home/new-collection'
import { PageTitle } from '@/components/ui/page-title'
import { Pager } from '@/components/ui/pager'
import { collectionsQuerySchema } from '@/lib/contracts/collections'
import { homeMessages } from '@/lib/i18n/messages/home'
import { listCollections } from '@/server/collections/list-collections'
import { getLocale } from '@/server/http/locale'
import { getViewer } from '@/server/http/viewer'

const path = '/me/collections'

interface PageProps {
  searchParams: Promise<{ cursor?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: homeMessages[await getLocale()].collectionsTitle, robots: { index: false } }
}

export default async function CollectionsPage({ searchParams }: PageProps) {
  const [locale, viewer, query] = await Promise.all([getLocale(), getViewer(), searchParams])
  if (!viewer || viewer.isGuest) redirect(`/sign-in?next=${path}`)
  const cursor = collectionsQuerySchema.safeParse({ cursor: query.cursor }).data?.cursor
  const { collections, nextCursor } = await listCollections({ cursor }, viewer)
  const t = homeMessages[locale]
  return (
    <div className="page pt-8 lg:pt-14">
      <PageTitle title={t.collectionsTitle}>
        <p className="mt-3 max-w-measure text-small text-secondary">{t.collectionsText}</p>
      </PageTitle>
      <NewCollection />
      {collections.length === 0 && <p className="text-body">{t.collectionsEmpty}</p>}
      <ul className="max-w-3xl border-b empty:border-0">
        {collections.map(({ id, kind, title, count, isPublic }) => (
          <li key={id} className="border-t py-4">
            <Link href={`${path}/${id}`} prefetch={false} className="editorial text-title hover:underline">
              {title}
            </Link>
            <p className="text-label text-secondary">
              {[kind === 'SERIES' ? t.series : t.collection, t.count(count), isPublic && t.onPage]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </li>
        ))}
      </ul>
      <Pager path={path} cursor={cursor} nextCursor={nextCursor} locale={locale} />
    </div>
  )
}
