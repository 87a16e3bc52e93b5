import type { ArtworkView } from '@/lib/contracts/artworks'
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
        {[artwork.artist[locale], artwork.year].filter(Boolean).join(listSeparator)}
      </span>
    </>
  )
}
