'use client'

import { useLocale } from '@/components/ui/locale-provider'
import { pictureUrl } from '@/lib/contracts/pictures'
import type { PortraitView } from '@/lib/contracts/portraits'
import { easelMessages } from '@/lib/i18n/messages/easel'
import { CompareSlider } from './compare-slider'
import { FadingPicture } from './fading-picture'

/** What stands on the easel: the photo, then each painting over the last, then both to compare. Its place never changes. */
export function EaselPicture({ portrait }: { portrait: PortraitView }) {
  const locale = useLocale()
  const t = easelMessages[locale]
  const { photo, painting, previewUrl, style } = portrait
  const ratio = photo.width / photo.height
  const photoUrl = pictureUrl(photo, 1024)
  const paintingUrl = painting && pictureUrl(painting, 1024)
  const isDimmed = portrait.status === 'FAILED' || portrait.status === 'CANCELLED'
  return (
    <div
      className="relative mx-auto"
      style={{
        aspectRatio: ratio,
        width: `min(100%, calc(max(280px, 100svh - 200px) * ${ratio.toFixed(4)}))`,
        backgroundColor: photo.colour,
      }}
    >
      <div className="absolute inset-0 overflow-hidden">
        {/* biome-ignore lint/performance/noImgElement: our own pictures come in their sizes already */}
        <img
          src={photo.blur}
          alt=""
          aria-hidden="true"
          className="absolute inset-0 size-full scale-110 object-cover blur-md"
        />
        <div className={`absolute inset-0 transition-opacity duration-700 ${isDimmed ? 'opacity-50' : ''}`}>
          <FadingPicture src={paintingUrl ?? previewUrl ?? photoUrl} alt={altOf()} />
        </div>
      </div>
      {paintingUrl && <CompareSlider photo={photoUrl} alt={t.photoAlt} />}
    </div>
  )

  function altOf(): string {
    if (paintingUrl) return t.paintingAlt(style.title[locale], style.artist[locale])
    return previewUrl ? t.previewAlt : t.photoAlt
  }
}
