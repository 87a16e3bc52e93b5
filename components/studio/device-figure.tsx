'use client'

import { buttonClass } from '@/components/ui/button-class'
import { useLocale } from '@/components/ui/locale-provider'
import { sentenceFor } from '@/lib/client/sentence'
import type { DevicePainting } from '@/lib/client/use-device-painting'
import type { Locale } from '@/lib/i18n/locale'
import { studioMessages } from '@/lib/i18n/messages/studio'
import { CompareSlider } from './compare-slider'
import { FadingPicture } from './fading-picture'
import { Notice } from './notice'

interface OverPhotoProps {
  painting: DevicePainting
  /** Address of the photo that it lies over. */
  photo: string
}

/** What is painted on the visitor's own device, over the photo: coarse first, then finer, then both to compare. */
export function PaintedOverPhoto({ painting, photo }: OverPhotoProps) {
  const t = studioMessages[useLocale()]
  const picture = 'picture' in painting ? painting.picture : null
  const progress = progressOf(painting)
  return (
    <>
      {picture && <FadingPicture src={picture.url} alt={t.pictureHere} />}
      {painting.phase === 'finished' && <CompareSlider photo={photo} alt={t.yourPhoto} />}
      {progress !== null && (
        <div
          className="absolute inset-x-0 bottom-0 h-1 origin-left bg-accent transition-transform"
          style={{ transform: `scaleX(${progress})` }}
        />
      )}
    </>
  )
}

/** Says how far it is, and gives the picture away when it is done. */
export function PaintedHereCaption({ painting }: { painting: DevicePainting }) {
  const locale = useLocale()
  const t = studioMessages[locale]
  const { phase } = painting
  if (phase === 'idle') return null
  if (phase === 'failed') return <Notice className="mt-4">{faultWords(painting.why, locale)}</Notice>
  const words = phase === 'fetching' ? t.fetchingBrushes : phase === 'painting' ? t.paintingHere : t.paintedHere
  const progress = progressOf(painting)
  return (
    <div className="mt-4 flex min-h-11 flex-wrap items-center justify-between gap-x-6 gap-y-3 text-small tabular-nums">
      <p>
        <span role="status">{words}</span>
        {progress !== null && <span className="text-secondary"> {t.percent(progress)}</span>}
      </p>
      {phase === 'finished' && (
        <a href={painting.picture.url} download="vernissage.jpg" className={buttonClass('secondary')}>
          {t.savePicture}
        </a>
      )}
    </div>
  )
}

/** 0 to 1 of the stage in hand; null where nothing is under way. */
function progressOf(painting: DevicePainting): number | null {
  if (painting.phase === 'fetching') return painting.share
  return painting.phase === 'painting' ? painting.progress : null
}

function faultWords(why: Extract<DevicePainting, { phase: 'failed' }>['why'], locale: Locale): string {
  const t = studioMessages[locale]
  const words = { photo: t.photoUnreadHere, network: t.brushesMissing, device: t.cannotPaintHere }
  return typeof why === 'string' ? words[why] : sentenceFor(why, locale)
}
