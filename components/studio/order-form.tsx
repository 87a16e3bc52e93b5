'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useEffectEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { useLocale } from '@/components/ui/locale-provider'
import { sentenceFor } from '@/lib/client/sentence'
import { useAdmission } from '@/lib/client/use-admission'
import { useAlive } from '@/lib/client/use-alive'
import { useCountdown } from '@/lib/client/use-countdown'
import { useDevicePainting } from '@/lib/client/use-device-painting'
import { type PhotoSource, useOrderPortrait } from '@/lib/client/use-order-portrait'
import { type AdmissionView, isDoorRefusal } from '@/lib/contracts/admission'
import type { PictureView } from '@/lib/contracts/pictures'
import { errorMessages } from '@/lib/i18n/messages/errors'
import { studioMessages } from '@/lib/i18n/messages/studio'
import { type Blend, BlendChoice } from './blend-choice'
import { PaintedHereCaption, PaintedOverPhoto } from './device-figure'
import { DeviceOffer } from './device-offer'
import { DoorLine } from './door-line'
import { changesOf, optionsOfRung } from './options-of-rung'
import { type Options, OrderOptions } from './order-options'
import { OrderSubmit } from './order-submit'
import { PhotoPicker } from './photo-picker'
import { addressOfPhoto } from './photo-preview'
import { placeOf, type RefusalPlace } from './refusal-place'
import type { StyleChoice } from './style-choice'
import { StyleSheet } from './style-sheet'
import { usePhoto } from './use-photo'

interface OrderFormProps {
  masters: StyleChoice[]
  /** Works on the wall. */
  works: StyleChoice[]
  /** The work or style that the address names; shown on top. */
  preselected: StyleChoice | null
  /** The photo of an earlier portrait, to be painted again. */
  earlierPhoto: PictureView | null
  /** The studio's door when the page was made. */
  door: AdmissionView
  /** Has an account, and so a turn when turns are rare. */
  hasTurn: boolean
  /** Operators have switched HD off. */
  isHdOff: boolean
}

const usualOptions: Options = { quality: 'PAINTING', strength: 1, strokes: 0.5, size: 768, keepColours: false }

/** The portrait order: photo, manner, and how it is painted. */
export function OrderForm({ masters, works, preselected, earlierPhoto, door, hasTurn, isHdOff }: OrderFormProps) {
  const locale = useLocale()
  const t = studioMessages[locale]
  const router = useRouter()
  const { photo, fault, isLooking, choose } = usePhoto()
  const all = [...(preselected ? [preselected] : []), ...masters, ...works]
  const [chosen, setChosen] = useState(all[0]?.id ?? null)
  const [wantedOptions, setOptions] = useState(usualOptions)
  const { admission, look } = useAdmission(door)
  const options = optionsOfRung(wantedOptions, admission.rung)
  const [wantedBlend, setBlend] = useState<Blend | null>(null)
  const [isPhotoMissing, setPhotoMissing] = useState(false)
  const isAlive = useAlive()
  const { state, order, reset } = useOrderPortrait(({ id }) => router.push(`/studio/${id}`))
  const isRefusedAtDoor = state.phase === 'refused' && isDoorRefusal(state.error.code)
  const secondsLeft = useCountdown(isRefusedAtDoor ? state.error.retryAfterSeconds : null, state)
  const here = useDevicePainting()
  // Whoever has begun goes on, though the door opens again.
  const isOfferedHere = admission.rung >= 3 || isRefusedAtDoor || here.painting.phase !== 'idle'
  const lookAgain = useEffectEvent(look)
  useEffect(() => {
    if (isRefusedAtDoor) lookAgain()
  }, [isRefusedAtDoor])

  const style = all.find(({ id }) => id === chosen) ?? null
  const others = all.filter(({ id }) => id !== chosen)
  // Choosing the second manner as the first one makes another one the second.
  const second = wantedBlend && (others.find(({ id }) => id === wantedBlend.id) ?? others[0] ?? null)
  const blend = wantedBlend && second && { ...wantedBlend, id: second.id }
  const source: PhotoSource | null = photo ? { file: photo.file } : earlierPhoto && { picture: earlierPhoto }
  const error = state.phase === 'refused' ? state.error : null
  const place = error && placeOf(error)
  const shownPhoto = photo ?? earlierPhoto
  const photoFault = fault ?? (isPhotoMissing ? 'photo_missing' : null)
  const faultAt = (where: RefusalPlace) => (error && place === where ? sentenceFor(error, locale) : null)

  const showPhoto = (block: ScrollLogicalPosition) => document.getElementById('photo')?.scrollIntoView({ block })
  const paintHere = () => {
    setPhotoMissing(source === null)
    const { strokes, strength, keepColours, size } = options
    showPhoto('nearest')
    if (source && style)
      void here.paint({ source, style: style.id, blend, strokes, strength, keepColours, longSide: Math.min(size, 512) })
  }
  const submit = () => {
    setPhotoMissing(source === null)
    if (source && style) {
      // The whole wish: the house knows best how much of it can be had, and what was painted before is given whole.
      void order({ photo: source, style: style.id, ...wantedOptions, blend: blend?.id, blendPart: blend?.part ?? 0 })
    } else showPhoto('center')
  }
  const groups = [
    { heading: t.youLookedAt, choices: preselected ? [preselected] : [] },
    { heading: t.masters, choices: masters },
    { heading: t.fromTheWall, hint: t.anyWork, choices: works },
  ].filter(({ choices }) => choices.length > 0)

  return (
    <form
      noValidate
      aria-label={t.title}
      className="grid grid-cols-1 gap-x-10 gap-y-14 lg:grid-cols-12"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <DoorLine admission={admission} hasTurn={hasTurn} />
      <section id="photo" aria-label={t.photo} className="self-start lg:sticky lg:top-6 lg:col-span-5">
        <PhotoPicker
          photo={shownPhoto}
          over={shownPhoto && <PaintedOverPhoto painting={here.painting} photo={addressOfPhoto(shownPhoto)} />}
          caption={<PaintedHereCaption painting={here.painting} />}
          fault={photoFault ? errorMessages[locale][photoFault] : faultAt('photo')}
          isLooking={isLooking}
          onFile={(file) => {
            setPhotoMissing(false)
            here.stop()
            if (place === 'photo') reset()
            void choose(file)
          }}
        />
        <p className="mt-4 max-w-measure text-label text-secondary">{t.privacy}</p>
      </section>
      <div className="min-w-0 space-y-14 lg:col-span-7 [&>:last-child]:mt-8">
        {groups.length > 0 ? (
          <StyleSheet
            groups={groups}
            chosen={chosen}
            fault={faultAt('style')}
            onChoose={(id) => {
              setChosen(id)
              if (place === 'style') reset()
            }}
          />
        ) : (
          <p className="max-w-measure text-lead">{t.noStyles}</p>
        )}
        <OrderOptions
          options={options}
          rung={admission.rung}
          isHdOff={isHdOff}
          // Only what was changed: a wish for HD stays one while it rests.
          onChange={(changed) => setOptions({ ...wantedOptions, ...changesOf(options, changed) })}
        >
          <BlendChoice
            choices={others}
            blend={blend}
            fault={faultAt('blend')}
            onChange={(wanted) => {
              setBlend(wanted)
              if (place === 'blend') reset()
            }}
          />
        </OrderOptions>
        <OrderSubmit
          state={state}
          style={style}
          second={second}
          fault={error?.code === 'offline' ? t.offline : faultAt('form')}
        >
          <Button
            type="submit"
            kind="primary"
            disabled={
              !isAlive ||
              !style ||
              isLooking ||
              secondsLeft > 0 ||
              state.phase === 'sending' ||
              state.phase === 'accepted'
            }
            className={`min-w-48 tabular-nums ${isOfferedHere ? 'max-sm:min-w-32 max-sm:px-4' : ''}`}
          >
            {secondsLeft > 0 ? t.tryAgainIn(secondsLeft) : place === 'form' ? t.tryAgain : t.submit}
          </Button>
          {isOfferedHere && <DeviceOffer painting={here.painting} onPaint={paintHere} onStop={here.stop} />}
        </OrderSubmit>
      </div>
    </form>
  )
}
