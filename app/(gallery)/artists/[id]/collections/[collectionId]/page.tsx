import type { Metadata } from 'next'
import { cache } from 'react'
import { Missing } from '@/app/missing'
import { CollectionWall } from '@/components/catalogue/collection-wall'
import { Paragraphs } from '@/components/catalogue/paragraphs'
import { ButtonLink } from '@/components/ui/button-link'
import { Pager } from '@/components/ui/pager'
import { ownWorksQuerySchema } from '@/lib/contracts/artists'
import { catalogueMessages } from '@/lib/i18n/messages/catalogue'
import { commonMessages } from '@/lib/i18n/messages/common'
import { homeMessages } from '@/lib/i18n/messages/home'
import { readShownCollection } from '@/server/collections/read-shown-collection'
import { getLocale } from '@/server/http/locale'
import { getViewer } from '@/server/http/viewer'

interface PageProps {
  params: Promise<{ id: string; collectionId: string }>
  searchParams: Promise<{ cursor?: string | string[] }>
}

const load = cache(async (artistId: string, collectionId: string, cursor?: string) =>
  readShownCollection({ artistId, collectionId, cursor }, await getViewer()),
)

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const [{ id, collectionId }, locale] = await Promise.all([params, getLocale()])
  const found = await load(id, collectionId)
  if (!found) return { title: commonMessages[locale].notFoundTitle, robots: { index: false } }
  const { artistName, collection } = found
  return {
    title: `${collection.title} · ${artistName}`,
    description: collection.text || undefined,
    alternates: { canonical: `/artists/${id}/collections/${collectionId}` },
  }
}

/** A series or collection whole. */
export default async function CollectionPage({ params, searchParams }: PageProps) {
  const [{ id, collectionId }, query, locale] = await Promise.all([params, searchParams, getLocale()])
  const cursor = ownWorksQuerySchema.safeParse({ cursor: query.cursor }).data?.cursor
  const found = await load(id, collectionId, cursor)
  if (!found) return <Missing />
  const [t, names] = [homeMessages[locale], catalogueMessages[locale]]
  const { artistName, collection, nextCursor } = found
  const { kind, title, text, count, entries } = collection
  return (
    <div className="page pt-8 lg:pt-14">
      <header className="mb-10 lg:mb-14">
        <p className="text-label text-secondary lg:text-small">
          {kind === 'SERIES' ? t.series : t.collection} · {t.count(count)}
        </p>
        <h1 className="editorial mt-3 max-w-5xl text-headline lg:text-display">{title}</h1>
        <Paragraphs text={text} className="mt-5" />
        <ButtonLink href={`/artists/${id}`} kind="quiet" className="mt-4">
          {artistName}
        </ButtonLink>
      </header>
      <CollectionWall entries={entries} locale={locale} headingLevel={2} />
      <Pager
        path={`/artists/${id}/collections/${collectionId}`}
        cursor={cursor}
        nextCursor={nextCursor}
        locale={locale}
        names={{ earlier: names.moreWorks, newest: names.firstOpen }}
      />
    </div>
  )
}
