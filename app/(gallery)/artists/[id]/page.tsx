import type { Metadata } from 'next'
import { cache } from 'react'
import { Missing } from '@/app/missing'
import { Paragraphs } from '@/components/catalogue/paragraphs'
import { ShownCollection } from '@/components/catalogue/shown-collection'
import { WorksWall } from '@/components/catalogue/works-wall'
import { FollowButton } from '@/components/follows/follow-button'
import { ReportButton } from '@/components/moderation/report-button'
import { ButtonLink } from '@/components/ui/button-link'
import { Pager } from '@/components/ui/pager'
import { artistQuerySchema } from '@/lib/contracts/artists'
import { pictureUrl } from '@/lib/contracts/pictures'
import { firstSentences } from '@/lib/i18n/first-sentences'
import { commonMessages } from '@/lib/i18n/messages/common'
import { homeMessages } from '@/lib/i18n/messages/home'
import { readArtistPage } from '@/server/artists/read-artist-page'
import { getLocale } from '@/server/http/locale'
import { publicAddress } from '@/server/http/public-address'
import { getViewer } from '@/server/http/viewer'

interface PageProps {
  params: Promise<{ id: string }>
  searchParams: Promise<{ cursor?: string | string[]; collections?: string | string[] }>
}

const load = cache(async (id: string, cursor?: string, collections?: string) =>
  readArtistPage(id, await getViewer(), { cursor, collections }),
)

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { id } = await params
  const [locale, artist, metadataBase] = await Promise.all([getLocale(), load(id), publicAddress()])
  if (!artist) return { title: commonMessages[locale].notFoundTitle, robots: { index: false } }
  const title = artist.name
  const description = firstSentences(artist.statement[locale], 2, locale)
  const [first] = artist.works
  const images = first ? [{ url: pictureUrl(first.picture, 1024, 'jpg') }] : []
  return {
    metadataBase,
    title,
    description,
    alternates: { canonical: `/artists/${id}` },
    openGraph: { type: 'profile', title, description, url: `/artists/${id}`, images },
  }
}

export default async function ArtistPage({ params, searchParams }: PageProps) {
  const [{ id }, query, locale, viewer] = await Promise.all([params, searchParams, getLocale(), getViewer()])
  const after = artistQuerySchema.safeParse(query).data ?? {}
  const { cursor, collections } = after
  const artist = await load(id, cursor, collections)
  if (!artist) return <Missing />
  const t = homeMessages[locale]
  return (
    <>
      <header className="page pt-8 lg:pt-14">
        <p className="text-label text-secondary lg:text-small">{t.artist}</p>
        <h1 className="editorial mt-3 max-w-5xl text-display lg:mt-5">{artist.name}</h1>
        <div className="mt-5 grid gap-x-10 gap-y-8 lg:mt-8 lg:grid-cols-12">
          <Paragraphs text={artist.statement[locale]} className="lg:col-span-7" />
          <div className="flex flex-wrap items-start gap-x-8 gap-y-4 lg:col-span-5 lg:col-start-8 lg:flex-col">
            {artist.roomSlug && (
              <ButtonLink href={`/exhibitions/${artist.roomSlug}`} kind="primary">
                {t.toRoom}
              </ButtonLink>
            )}
            {viewer?.id === id && (
              <ButtonLink href="/me/room" kind="quiet">
                {t.roomArrange}
              </ButtonLink>
            )}
            {viewer?.id !== id && <FollowButton what={{ artistId: id }} name={artist.name} />}
          </div>
        </div>
      </header>
      <div className="page mt-14 space-y-16 lg:mt-20 lg:space-y-24">
        {!collections && (
          <section aria-labelledby="works">
            <h2 id="works" className="editorial mb-6 border-t pt-4 text-title lg:mb-8">
              {t.works}
            </h2>
            {artist.works.length === 0 && <p className="text-secondary">{t.noPublicWorks}</p>}
            <WorksWall
              hangings={artist.works.map((artwork) => ({ id: artwork.id, artwork }))}
              locale={locale}
              isFirst
            />
            <Pager path={`/artists/${id}`} cursor={cursor} nextCursor={artist.nextCursor} locale={locale} />
          </section>
        )}
        {!cursor &&
          artist.collections.map((collection) => (
            <ShownCollection key={collection.id} artistId={id} collection={collection} locale={locale} />
          ))}
        {!cursor && artist.nextCollections && (
          <ButtonLink href={`/artists/${id}?collections=${artist.nextCollections}`}>{t.moreCollections}</ButtonLink>
        )}
        {collections && (
          <ButtonLink href={`/artists/${id}`} kind="quiet">
            {t.toArtist(artist.name)}
          </ButtonLink>
        )}
        {viewer?.id !== id && <ReportButton subjectKind="person" subjectId={id} title={artist.name} />}
      </div>
    </>
  )
}
