import Link from 'next/link'
import type { ArtworkView } from '@/lib/contracts/artworks'
import type { ExhibitionView } from '@/lib/contracts/exhibitions'
import type { Locale } from '@/lib/i18n/locale'
import { catalogueMessages } from '@/lib/i18n/messages/catalogue'
import { ArtworkPicture } from './artwork-picture'
import type { Neighbours } from './neighbours'
import { workHref } from './work-href'

interface WorkPlaceProps {
  exhibition: Pick<ExhibitionView, 'slug' | 'title'>
  neighbours: Neighbours
  locale: Locale
}

/** Where a work hangs, and the ones to its left and right on the way through. */
export function WorkPlace({ exhibition, neighbours, locale }: WorkPlaceProps) {
  const t = catalogueMessages[locale]
  const { previous, next, position, count } = neighbours
  return (
    <section aria-labelledby="place" className="page mt-16 lg:mt-24">
      <div className="border-t pt-6">
        <div className="flex flex-wrap items-baseline justify-between gap-x-10 gap-y-1">
          <h2 id="place" className="text-small">
            {t.hangsIn}{' '}
            <Link href={`/exhibitions/${exhibition.slug}`} prefetch={false} className="link">
              {exhibition.title[locale]}
            </Link>
          </h2>
          <p className="text-label text-secondary">{t.position(position, count)}</p>
        </div>
        <nav aria-labelledby="place" className="mt-6 grid grid-cols-2 gap-x-6 lg:gap-x-10">
          {previous ? (
            <Neighbour artwork={previous} rel="prev" heading={t.previousWork} slug={exhibition.slug} locale={locale} />
          ) : (
            <span />
          )}
          {next && <Neighbour artwork={next} rel="next" heading={t.nextWork} slug={exhibition.slug} locale={locale} />}
        </nav>
      </div>
    </section>
  )
}

interface NeighbourProps {
  artwork: ArtworkView
  rel: 'prev' | 'next'
  heading: string
  slug: string
  locale: Locale
}

function Neighbour({ artwork, rel, heading, slug, locale }: NeighbourProps) {
  const ratio = artwork.picture.width / artwork.picture.height
  return (
    <Link
      rel={rel}
      href={workHref(artwork, slug)}
      prefetch={false}
      className={`group flex flex-col gap-3 ${rel === 'next' ? 'items-end text-right' : ''}`}
    >
      <span className="text-label text-secondary">{rel === 'prev' ? `← ${heading}` : `${heading} →`}</span>
      <span className="block" style={{ width: `min(100%, calc(160px * ${ratio.toFixed(4)}))` }}>
        <ArtworkPicture picture={artwork.picture} alt="" sizes="256px" />
      </span>
      <cite className="editorial text-small underline-offset-4 group-hover:underline">{artwork.title[locale]}</cite>
    </Link>
  )
}
