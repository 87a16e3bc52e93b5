import Link from 'next/link'
import type { CSSProperties, ReactNode } from 'react'
import type { ArtworkView } from '@/lib/contracts/artworks'
import type { HangingView } from '@/lib/contracts/exhibitions'
import type { Locale } from '@/lib/i18n/locale'
import { nameWork } from '@/lib/i18n/name-work'
import { ArtworkPicture } from './artwork-picture'
import { WorkCaption } from './work-caption'
import { workHref } from './work-href'

interface WorksWallProps {
  hangings: Pick<HangingView, 'id' | 'artwork'>[]
  locale: Locale
  /** The exhibition they are seen in; left out for a person's own collection. */
  slug?: string
  /** Its first picture is the page's most important one. */
  isFirst?: boolean
  /** What can be done with each, under its caption. */
  underEach?: (artwork: ArtworkView) => ReactNode
  /** Level of the works' headings: 2 where no rooms stand above them. */
  headingLevel?: 2 | 3
}

/**
 * Works in walking order, in justified rows: each takes width in proportion to its own proportions, so all in a row are
 * equally tall, nothing is cropped, and the whole layout stands before the first picture arrives.
 */
export function WorksWall({ hangings, locale, slug, isFirst = false, underEach, headingLevel = 3 }: WorksWallProps) {
  const Heading = headingLevel === 2 ? 'h2' : 'h3'
  return (
    <ol className="flex flex-wrap gap-x-6 gap-y-12 [--row:240px] lg:gap-x-8 lg:gap-y-16 lg:[--row:360px]">
      {hangings.map(({ id, artwork }, index) => (
        <li key={id} style={justified(artwork)}>
          <article>
            <Link href={workHref(artwork, slug)} prefetch={false} className="group block">
              <ArtworkPicture
                picture={artwork.picture}
                alt={nameWork(artwork.title[locale], artwork.artist[locale], locale)}
                sizes={`(min-width: 64rem) ${Math.round(ratioOf(artwork) * 420)}px, calc(100vw - 40px)`}
                isFirst={index === 0 && isFirst}
              />
              <Heading className="mt-3 text-small [&>cite]:underline-offset-4 group-hover:[&>cite]:underline">
                <WorkCaption artwork={artwork} locale={locale} />
              </Heading>
            </Link>
            {underEach?.(artwork)}
          </article>
        </li>
      ))}
      {/* Takes what is left of the last row, so that its works keep the height of the others. */}
      <li aria-hidden="true" className="hidden grow-[100] lg:block" />
    </ol>
  )
}

function ratioOf({ picture }: Pick<ArtworkView, 'picture'>): number {
  return picture.width / picture.height
}

function justified(artwork: Pick<ArtworkView, 'picture'>): CSSProperties {
  const ratio = ratioOf(artwork).toFixed(4)
  return { flex: `${ratio} 1 calc(${ratio} * var(--row))`, maxWidth: `calc(${ratio} * 2 * var(--row))`, minWidth: 0 }
}
