import Link from 'next/link'
import type { ArtworkView } from '@/lib/contracts/artworks'
import { formatSize } from '@/lib/i18n/format-size'
import { formatYear } from '@/lib/i18n/format-year'
import type { Locale } from '@/lib/i18n/locale'
import { catalogueMessages } from '@/lib/i18n/messages/catalogue'
import { Paragraphs } from './paragraphs'
import { RightsLine } from './rights-line'

interface WorkLabelProps {
  artwork: ArtworkView
  locale: Locale
}

/** The label as it would hang beside the work: artist, title, date and medium, size and credit, then what it is. */
export function WorkLabel({ artwork, locale }: WorkLabelProps) {
  const { listSeparator } = catalogueMessages[locale]
  const description = artwork.description[locale]
  return (
    <div className="text-small">
      {/* The heading comes first for those who listen; on the wall the artist does. */}
      <div className="flex flex-col-reverse">
        <h1 className="editorial mt-1 text-title italic [:lang(zh)_&]:not-italic">{artwork.title[locale]}</h1>
        <p className="font-medium">
          {artwork.artistId ? (
            <Link href={`/artists/${artwork.artistId}`} prefetch={false} className="hover:underline">
              {artwork.artist[locale]}
            </Link>
          ) : (
            artwork.artist[locale]
          )}
        </p>
      </div>
      <p className="mt-3">
        {[formatYear(artwork.year, locale), artwork.medium[locale]].filter(Boolean).join(listSeparator)}
        <br />
        {formatSize(artwork.widthCm, artwork.heightCm, locale)}
      </p>
      {artwork.credit[locale] && <p className="mt-3 text-label text-secondary">{artwork.credit[locale]}</p>}
      {artwork.rights && (
        <p className="mt-1 text-label text-secondary">
          <RightsLine rights={artwork.rights} locale={locale} />
        </p>
      )}
      {description && <Paragraphs text={description} className="mt-6" />}
    </div>
  )
}
