import Link from 'next/link'
import { ArtworkPicture } from '@/components/catalogue/artwork-picture'
import type { OwnWork } from '@/lib/contracts/artists'
import type { Locale } from '@/lib/i18n/locale'
import { homeMessages } from '@/lib/i18n/messages/home'

/** One of an artist's works, and who can see it. */
export function OwnWorkTile({ work, locale }: { work: OwnWork; locale: Locale }) {
  const t = homeMessages[locale]
  const { artwork, isPublic, isHidden } = work
  const { width, height } = artwork.picture
  return (
    <li>
      <Link href={`/me/works/${artwork.id}`} prefetch={false} className="group block">
        <div className="flex aspect-square items-center bg-mat p-3">
          <div className="mx-auto w-full" style={{ maxWidth: `${Math.min(1, width / height) * 100}%` }}>
            <ArtworkPicture picture={artwork.picture} alt="" sizes="(min-width: 64rem) 22vw, 45vw" />
          </div>
        </div>
        <span className="editorial mt-3 block text-body group-hover:underline">{artwork.title[locale]}</span>
        <span className="block text-label text-secondary">
          {isHidden ? t.isHidden : isPublic ? t.isPublic : t.isPrivate}
        </span>
      </Link>
    </li>
  )
}
