import Link from 'next/link'
import { ArtworkPicture } from '@/components/catalogue/artwork-picture'
import type { PortraitView } from '@/lib/contracts/portraits'
import { formatDay } from '@/lib/i18n/format-run'
import type { Locale } from '@/lib/i18n/locale'
import { accountsMessages } from '@/lib/i18n/messages/accounts'
import { failureMessages } from '@/lib/i18n/messages/failures'
import { portraitState } from './portrait-state'

/** One order among my portraits: what there is to see of it, in whose manner, and how far it is. Leads to its easel. */
export function PortraitTile({ portrait, locale }: { portrait: PortraitView; locale: Locale }) {
  const picture = portrait.painting ?? portrait.photo
  const ratio = picture.width / picture.height
  const isUnderway = portrait.status === 'QUEUED' || portrait.status === 'PAINTING'
  return (
    <Link href={`/studio/${portrait.id}`} prefetch={false} className="group block">
      <span className="flex aspect-square items-center justify-center bg-mat p-4 lg:p-6">
        <span className="relative block" style={{ width: `${Math.min(1, ratio) * 100}%` }}>
          <ArtworkPicture picture={picture} alt="" sizes="(min-width: 64rem) 320px, 50vw" />
          {isUnderway && portrait.previewUrl && (
            // biome-ignore lint/performance/noImgElement: our own pictures come in their sizes already
            <img src={portrait.previewUrl} alt="" className="absolute inset-0 size-full object-cover" />
          )}
        </span>
      </span>
      {isUnderway && (
        <span aria-hidden="true" className="block h-px bg-rule">
          <span className="block h-px bg-ink transition-[width]" style={{ width: `${portrait.progress * 100}%` }} />
        </span>
      )}
      <span className="mt-3 block text-small decoration-1 underline-offset-4 group-hover:underline">
        {accountsMessages[locale].inTheManner(portrait.style.artist[locale])}
      </span>
      <span className="block text-label text-secondary">{portraitState(portrait, locale)}</span>
      {portrait.failure && (
        <span className="block text-label text-secondary">{failureMessages[locale][portrait.failure]}</span>
      )}
      <time dateTime={portrait.createdAt} className="block text-label text-secondary">
        {formatDay(portrait.createdAt, locale)}
      </time>
    </Link>
  )
}
