'use client'

import Link from 'next/link'
import { useLocale } from '@/components/ui/locale-provider'
import { usePortrait } from '@/lib/client/use-portrait'
import { pictureUrl } from '@/lib/contracts/pictures'
import type { PortraitView } from '@/lib/contracts/portraits'
import type { Locale } from '@/lib/i18n/locale'
import { easelMessages } from '@/lib/i18n/messages/easel'
import { FadingPicture } from './fading-picture'

function stateWords({ status, progress, artworkId }: PortraitView, locale: Locale): string | null {
  const t = easelMessages[locale]
  if (status === 'PAINTED') return artworkId ? t.cardHung : null
  if (status === 'PAINTING') return t.cardPainting(progress)
  return { QUEUED: t.cardQueued, FAILED: t.cardFailed, CANCELLED: t.cardCancelled }[status]
}

/** One portrait in a list, live while it is being painted; it leads to its easel. */
export function PortraitCard({ initial }: { initial: PortraitView }) {
  const locale = useLocale()
  const t = easelMessages[locale]
  const { portrait, isGone } = usePortrait(initial)
  if (isGone) return null
  const { id, photo, painting, previewUrl, style, status } = portrait
  const words = stateWords(portrait, locale)
  const isDimmed = status === 'FAILED' || status === 'CANCELLED'
  return (
    <Link href={`/studio/${id}`} prefetch={false} className="group block">
      <span
        className="relative block overflow-hidden"
        style={{ aspectRatio: `${photo.width} / ${photo.height}`, backgroundColor: photo.colour }}
      >
        <img src={photo.blur} alt="" aria-hidden="true" className="absolute inset-0 size-full object-cover blur-md" />
        <span className={isDimmed ? 'opacity-50' : ''}>
          <FadingPicture
            src={painting ? pictureUrl(painting.id, 512) : (previewUrl ?? pictureUrl(photo.id, 512))}
            alt={t.paintingAlt(style.title[locale], style.artist[locale])}
          />
        </span>
      </span>
      <span className="mt-2 block text-label">
        <span className="block font-medium group-hover:underline group-hover:underline-offset-4">
          {style.artist[locale]}
        </span>
        <cite className="block text-secondary not-italic">{style.title[locale]}</cite>
        {words && <span className="block text-secondary tabular-nums">{words}</span>}
      </span>
    </Link>
  )
}
