import type { Metadata } from 'next'
import { cache } from 'react'
import { Missing } from '@/app/missing'
import { ArtworkPicture } from '@/components/catalogue/artwork-picture'
import { FittedPicture } from '@/components/catalogue/fitted-picture'
import { findNeighbours } from '@/components/catalogue/neighbours'
import { ShareLink } from '@/components/catalogue/share-link'
import { WorkLabel } from '@/components/catalogue/work-label'
import { WorkPlace } from '@/components/catalogue/work-place'
import { Comments } from '@/components/comments/comments'
import { KeepButton } from '@/components/engagement/keep-button'
import { LikeButton } from '@/components/engagement/like-button'
import { WorkNote } from '@/components/engagement/work-note'
import { CollectButton } from '@/components/home/collect-button'
import { LookMark } from '@/components/looks/look-mark'
import { ReportButton } from '@/components/moderation/report-button'
import { ButtonLink } from '@/components/ui/button-link'
import { pictureUrl } from '@/lib/contracts/pictures'
import { shareCardSize, shareCardUrl } from '@/lib/contracts/share-card'
import { catalogueMessages } from '@/lib/i18n/messages/catalogue'
import { commonMessages } from '@/lib/i18n/messages/common'
import { nameWork } from '@/lib/i18n/name-work'
import { readArtwork } from '@/server/artworks/read-artwork'
import { listComments } from '@/server/comments/list-comments'
import { readExhibition } from '@/server/exhibitions/read-exhibition'
import { getLocale } from '@/server/http/locale'
import { publicAddress } from '@/server/http/public-address'
import { getViewer } from '@/server/http/viewer'

interface PageProps {
  params: Promise<{ id: string }>
  searchParams: Promise<{ in?: string | string[] }>
}

const load = cache(async (id: string) => readArtwork(id, await getViewer()))

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { id } = await params
  const [locale, artwork, metadataBase] = await Promise.all([getLocale(), load(id), publicAddress()])
  if (!artwork) return { title: commonMessages[locale].notFoundTitle, robots: { index: false } }
  const title = nameWork(artwork.title[locale], artwork.artist[locale], locale)
  const description = artwork.description[locale] || artwork.medium[locale]
  const images =
    artwork.picture.access === null ? [{ url: shareCardUrl(id, locale), ...shareCardSize, alt: title }] : []
  return {
    metadataBase,
    title,
    description,
    alternates: { canonical: `/works/${id}` },
    openGraph: { type: 'article', title, description, url: `/works/${id}`, images },
    twitter: { card: 'summary_large_image' },
  }
}

export default async function WorkPage({ params, searchParams }: PageProps) {
  const [{ id }, query, locale] = await Promise.all([params, searchParams, getLocale()])
  const artwork = await load(id)
  if (!artwork) return <Missing />
  const t = catalogueMessages[locale]
  const title = artwork.title[locale]
  const place = artwork.hangsIn.find(({ slug }) => slug === query.in) ?? artwork.hangsIn[0]
  const exhibition = place ? await readExhibition(place.slug, null) : null
  const neighbours = exhibition && findNeighbours(exhibition, id)
  const large = pictureUrl(artwork.picture, 2048)
  return (
    <>
      {place && <LookMark exhibition={place.slug} artworkId={id} />}
      <article className="page grid gap-x-10 gap-y-8 pt-6 lg:grid-cols-12 lg:pt-10">
        <div className="lg:col-span-8">
          <FittedPicture picture={artwork.picture} maxHeight="max(360px, 100svh - 160px)" className="mx-auto">
            <a href={large} title={t.enlargeWork(title)} className="block cursor-zoom-in">
              <ArtworkPicture
                picture={artwork.picture}
                alt={nameWork(title, artwork.artist[locale], locale)}
                sizes="(min-width: 1450px) 900px, (min-width: 64rem) 65vw, calc(100vw - 40px)"
                isFirst
              />
            </a>
          </FittedPicture>
        </div>
        <div className="min-w-0 lg:col-span-4">
          <WorkLabel artwork={artwork} locale={locale} />
          <div className="mt-8 flex flex-wrap items-center gap-x-8 border-y py-2">
            <LikeButton artworkId={id} initialCount={artwork.likeCount} title={title} />
            <KeepButton artworkId={id} title={title} />
            <ShareLink href={`/works/${id}`} title={title} />
            <CollectButton artworkId={id} title={title} />
          </div>
          <WorkNote artworkId={id} title={title} />
          <ButtonLink href={`/studio?work=${id}`} kind="primary" prefetch={false} className="mt-2">
            {t.paintMeLikeThis}
          </ButtonLink>
          <div className="mt-6">
            <ReportButton subjectKind="artwork" subjectId={id} title={title} />
          </div>
        </div>
      </article>
      {artwork.picture.access === null && <Comments artworkId={id} initial={await listComments(id)} />}
      {exhibition && neighbours && <WorkPlace exhibition={exhibition} neighbours={neighbours} locale={locale} />}
    </>
  )
}
