import type { Metadata } from 'next'
import { cache } from 'react'
import { Missing } from '@/app/missing'
import { Paragraphs } from '@/components/catalogue/paragraphs'
import { WorksWall } from '@/components/catalogue/works-wall'
import { FollowButton } from '@/components/follows/follow-button'
import { ReportButton } from '@/components/moderation/report-button'
import { ButtonLink } from '@/components/ui/button-link'
import { Pager } from '@/components/ui/pager'
import { ownWorksQuerySchema } from '@/lib/contracts/artists'
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
  searchParams: Promise<{ cursor?: string | string[] }>
}

const load = cache(async (id: string, cursor?: string) => readArtistPage(id, await getViewer(), cursor))

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
  const cursor = ownWorksQuerySchema.safeParse({ cursor: query.cursor }).data?.cursor
  const artist = await load(id, cursor)
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
        <section aria-labelledby="works">
          <h2 id="works" className="editorial mb-6 border-t pt-4 text-title lg:mb-8">
            {t.works}
          </h2>
          {artist.works.length === 0 && <p className="text-secondary">{t.noPublicWorks}</p>}
          <WorksWall
            hangings={artist.works.map((artwork) => ({ id: artwork.id, artwork }))}
            locale={locale}
            eager={2}
          />
          <Pager path={`/artists/${id}`} cursor={cursor} nextCursor={artist.nextCursor} locale={locale} />
        </section>
        {!cursor &&
          artist.collections.map(({ id: collectionId, kind, title, text, entries }) => (
            <section key={collectionId} aria-labelledby={`collection-${collectionId}`}>
              <div className="mb-6 border-t pt-4 lg:mb-8">
                <p className="text-label text-secondary">{kind === 'SERIES' ? t.series : t.collection}</p>
                <h2 id={`collection-${collectionId}`} className="editorial text-title">
                  {title}
                </h2>
                <Paragraphs text={text} className="mt-3 text-small" />
              </div>
              <WorksWall
                hangings={entries.map(({ artwork }) => ({ id: artwork.id, artwork }))}
                locale={locale}
                underEach={(artwork) => (
                  <EntryNote note={entries.find((each) => each.artwork.id === artwork.id)?.note} />
                )}
              />
            </section>
          ))}
        {viewer?.id !== id && <ReportButton subjectKind="person" subjectId={id} title={artist.name} />}
      </div>
    </>
  )
}

function EntryNote({ note }: { note: string | undefined }) {
  if (!note) return null
  return <p className="mt-2 border-l pl-3 text-label text-secondary">{note}</p>
}
