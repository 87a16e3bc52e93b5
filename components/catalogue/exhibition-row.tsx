import Link from 'next/link'
import type { ExhibitionCard } from '@/lib/contracts/exhibitions'
import { firstSentences } from '@/lib/i18n/first-sentences'
import type { Locale } from '@/lib/i18n/locale'
import { ArtworkPicture } from './artwork-picture'
import { Doors } from './doors'
import { FittedPicture } from './fitted-picture'
import { RunLine } from './run-line'

/** One of the other exhibitions on the home page: its cover whole, never cropped, and the same two doors. */
export function ExhibitionRow({ exhibition, locale }: { exhibition: ExhibitionCard; locale: Locale }) {
  const title = exhibition.title[locale]
  return (
    <li className="grid gap-x-10 gap-y-6 border-t py-10 lg:grid-cols-12 lg:py-14">
      {exhibition.cover && (
        <div className="lg:col-span-6">
          <FittedPicture picture={exhibition.cover} maxHeight="480px">
            {/* The title below leads to the same page; one stop for the keyboard is enough. */}
            <Link
              href={`/exhibitions/${exhibition.slug}`}
              prefetch={false}
              tabIndex={-1}
              aria-hidden="true"
              className="block"
            >
              <ArtworkPicture
                picture={exhibition.cover}
                alt=""
                sizes="(min-width: 1450px) 680px, (min-width: 64rem) 48vw, calc(100vw - 40px)"
              />
            </Link>
          </FittedPicture>
        </div>
      )}
      <div className="flex flex-col lg:col-span-5 lg:col-start-8">
        <RunLine {...exhibition} locale={locale} />
        <h3 className="editorial mt-2 text-headline">
          <Link
            href={`/exhibitions/${exhibition.slug}`}
            prefetch={false}
            className="decoration-1 underline-offset-8 hover:underline"
          >
            {title}
          </Link>
        </h3>
        <p className="mt-4 mb-6 max-w-measure text-body">{firstSentences(exhibition.text[locale], 2, locale)}</p>
        <div className="mt-auto">
          <Doors slug={exhibition.slug} title={title} locale={locale} />
        </div>
      </div>
    </li>
  )
}
