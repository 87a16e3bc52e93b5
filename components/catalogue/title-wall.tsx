import Link from 'next/link'
import type { ArtworkView } from '@/lib/contracts/artworks'
import type { ExhibitionCard } from '@/lib/contracts/exhibitions'
import { firstSentences } from '@/lib/i18n/first-sentences'
import type { Locale } from '@/lib/i18n/locale'
import { catalogueMessages } from '@/lib/i18n/messages/catalogue'
import { nameWork } from '@/lib/i18n/name-work'
import { ArtworkPicture } from './artwork-picture'
import { Doors } from './doors'
import { FittedPicture } from './fitted-picture'
import { RunLine } from './run-line'
import { WorkCaption } from './work-caption'

interface TitleWallProps {
  exhibition: ExhibitionCard
  /** The large work beside the title; null while nothing hangs. */
  work: ArtworkView | null
  locale: Locale
}

/** How an opening greets: the title, two sentences, one large work, two equal doors. */
export function TitleWall({ exhibition, work, locale }: TitleWallProps) {
  const title = exhibition.title[locale]
  return (
    <section className="page grid gap-x-10 gap-y-8 pt-8 lg:grid-cols-12 lg:pt-14">
      <div className="lg:col-span-5 lg:row-start-1">
        <RunLine {...exhibition} locale={locale} lead={catalogueMessages[locale].nowOpen} />
        <h1 className="editorial mt-3 text-display lg:mt-5">{title}</h1>
        <p className="mt-5 max-w-measure text-body lg:mt-8 lg:text-lead">
          {firstSentences(exhibition.text[locale], 2, locale)}
        </p>
      </div>
      {work && (
        <figure className="lg:col-span-7 lg:row-span-2 lg:row-start-1">
          <FittedPicture picture={work.picture} maxHeight="max(320px, 100svh - 240px)" className="lg:ml-auto">
            <Link href={`/works/${work.id}`} prefetch={false} className="block">
              <ArtworkPicture
                picture={work.picture}
                alt={nameWork(work.title[locale], work.artist[locale], locale)}
                sizes="(min-width: 1450px) 780px, (min-width: 64rem) 56vw, calc(100vw - 40px)"
                isFirst
              />
            </Link>
            <figcaption className="mt-3 text-label">
              <WorkCaption artwork={work} locale={locale} />
            </figcaption>
          </FittedPicture>
        </figure>
      )}
      <div className="lg:col-span-5 lg:row-start-2 lg:self-end">
        <Doors slug={exhibition.slug} title={title} locale={locale} />
      </div>
    </section>
  )
}
