'use client'

import { useLocale } from '@/components/ui/locale-provider'
import { type PictureView, pictureUrl } from '@/lib/contracts/pictures'
import { studioMessages } from '@/lib/i18n/messages/studio'

interface PhotoPreviewProps {
  photo: { url: string; width: number; height: number } | PictureView
}

/** The chosen photo in its true proportions, never taller than most of the window. */
export function PhotoPreview({ photo }: PhotoPreviewProps) {
  const t = studioMessages[useLocale()]
  const isEarlier = 'id' in photo
  const ratio = photo.width / photo.height
  return (
    <div
      className="mx-auto overflow-hidden bg-mat lg:mx-0"
      style={{ aspectRatio: ratio, width: `min(100%, calc(max(440px, 100svh - 430px) * ${ratio.toFixed(4)}))` }}
    >
      {/* biome-ignore lint/performance/noImgElement: our own pictures come in their sizes already */}
      <img
        src={isEarlier ? pictureUrl(photo, 1024, 'jpg') : photo.url}
        alt={isEarlier ? t.earlierPhoto : t.yourPhoto}
        width={photo.width}
        height={photo.height}
        className="size-full object-cover"
      />
    </div>
  )
}
