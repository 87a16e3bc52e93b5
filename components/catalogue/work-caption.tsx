import type { ArtworkView } from '@/lib/contracts/artworks'
import { formatYear } from '@/lib/i18n/format-year'
import type { Locale } from '@/lib/i18n/locale'
import { catalogueMessages } from '@/lib/i18n/messages/catalogue'

interface WorkCaptionProps {
  artwork: Pick<ArtworkView, 'title' | 'artist' | 'year'>
  locale: Locale
}

/** The short label under a picture: artist, title, year. */
export function WorkCaption({ artwork, locale }: WorkCaptionProps) {
  const { listSeparator } = catalogueMessages[locale]
  return (
    <>
      <cite className="editorial">{artwork.title[locale]}</cite>
      <span className="block text-secondary">
        {[artwork.artist[locale], formatYear(artwork.year, locale)].filter(Boolean).join(listSeparator)}
      </span>
    </>
  )
}
