'use client'

import type { ReactNode } from 'react'
import { useLocale } from '@/components/ui/locale-provider'
import { type PictureView, pictureUrl } from '@/lib/contracts/pictures'
import { studioMessages } from '@/lib/i18n/messages/studio'

interface PhotoPreviewProps {
  photo: ShownPhoto
  /** What lies over it. */
  children?: ReactNode
}

/** The chosen photo, or the one of an earlier portrait. */
export type ShownPhoto = { url: string; width: number; height: number } | PictureView

export const addressOfPhoto = (photo: ShownPhoto): string =>
  'id' in photo ? pictureUrl(photo, 1024, 'jpg') : photo.url

/** The chosen photo in its true proportions, never taller than most of the window. */
export function PhotoPreview({ photo, children }: PhotoPreviewProps) {
  const t = studioMessages[useLocale()]
  const isEarlier = 'id' in photo
  const ratio = photo.width / photo.height
  return (
    <div
      className="relative mx-auto overflow-hidden bg-mat lg:mx-0"
      style={{ aspectRatio: ratio, width: `min(100%, calc(max(440px, 100svh - 430px) * ${ratio.toFixed(4)}))` }}
    >
      {/* biome-ignore lint/performance/noImgElement: our own pictures come in their sizes already */}
      <img
        src={addressOfPhoto(photo)}
        alt={isEarlier ? t.earlierPhoto : t.yourPhoto}
        width={photo.width}
        height={photo.height}
        className="size-full object-cover"
      />
      {children}
    </div>
  )
}
