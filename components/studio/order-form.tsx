'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { useLocale } from '@/components/ui/locale-provider'
import type { ApiError } from '@/lib/client/api-error'
import { sentenceFor } from '@/lib/client/sentence'
import { useAlive } from '@/lib/client/use-alive'
import { type PhotoSource, useOrderPortrait } from '@/lib/client/use-order-portrait'
import type { PictureView } from '@/lib/contracts/pictures'
import { errorMessages } from '@/lib/i18n/messages/errors'
import { studioMessages } from '@/lib/i18n/messages/studio'
import { type Options, OrderOptions } from './order-options'
import { OrderSubmit } from './order-submit'
import { PhotoPicker } from './photo-picker'
import type { StyleChoice } from './style-choice'
import { StyleSheet } from './style-sheet'
import { usePhoto } from './use-photo'

interface OrderFormProps {
  masters: StyleChoice[]
  /** Works on the wall that one can be painted like. */
  works: StyleChoice[]
  /** The work or style that the address names; shown on top. */
  preselected: StyleChoice | null
  /** The photo of an earlier portrait, to be painted again. */
  earlierPhoto: PictureView | null
}

type Place = 'photo' | 'style' | 'form'

/** Where on the form the sentence about a refusal belongs. */
function placeOf({ code, fields }: ApiError): Place {
  if (code.startsWith('photo_') || 'photo' in fields) return 'photo'
  return code === 'style_unknown' || 'style' in fields ? 'style' : 'form'
}

/** The portrait order: photo, manner, strength and size. */
export function OrderForm({ masters, works, preselected, earlierPhoto }: OrderFormProps) {
  const locale = useLocale()
  const t = studioMessages[locale]
  const router = useRouter()
  const { photo, fault, isLooking, choose } = usePhoto()
  const all = [...(preselected ? [preselected] : []), ...masters, ...works]
  const [chosen, setChosen] = useState(all[0]?.key ?? null)
  const [options, setOptions] = useState<Options>({ strength: 1, size: 768, keepColours: false })
  const [isPhotoMissing, setPhotoMissing] = useState(false)
  const isAlive = useAlive()
  const { state, order, reset } = useOrderPortrait(({ id }) => router.push(`/studio/${id}`))

  const style = all.find(({ key }) => key === chosen) ?? null
  const source: PhotoSource | null = photo ? { file: photo.file } : earlierPhoto && { pictureId: earlierPhoto.id }
  const error = state.phase === 'refused' ? state.error : null
  const place = error && placeOf(error)
  const photoFault = fault ?? (isPhotoMissing ? 'photo_missing' : null)

  const submit = () => {
    setPhotoMissing(source === null)
    if (source && style) void order({ photo: source, style: style.styleId, ...options })
    else document.getElementById('photo')?.scrollIntoView({ block: 'center' })
  }
  const groups = [
    { heading: t.youLookedAt, choices: preselected ? [preselected] : [] },
    { heading: t.masters, choices: masters },
    { heading: t.fromTheWall, choices: works },
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
      <section id="photo" aria-label={t.photo} className="self-start lg:sticky lg:top-6 lg:col-span-5">
        <PhotoPicker
          photo={photo ?? earlierPhoto}
          fault={
            photoFault
              ? errorMessages[locale][photoFault]
              : error && place === 'photo'
                ? sentenceFor(error, locale)
                : null
          }
          isLooking={isLooking}
          onFile={(file) => {
            setPhotoMissing(false)
            if (place === 'photo') reset()
            void choose(file)
          }}
        />
        <p className="mt-4 max-w-measure text-label text-secondary">{t.privacy}</p>
      </section>
      <div className="space-y-14 lg:col-span-7 [&>:last-child]:mt-8">
        {groups.length > 0 ? (
          <StyleSheet
            groups={groups}
            chosen={chosen}
            fault={error && place === 'style' ? sentenceFor(error, locale) : null}
            onChoose={(key) => {
              setChosen(key)
              if (place === 'style') reset()
            }}
          />
        ) : (
          <p className="max-w-measure text-lead">{t.noStyles}</p>
        )}
        <OrderOptions options={options} onChange={setOptions} />
        <OrderSubmit
          state={state}
          style={style}
          fault={error && place === 'form' ? (error.code === 'offline' ? t.offline : sentenceFor(error, locale)) : null}
        >
          <Button
            type="submit"
            kind="primary"
            disabled={!isAlive || !style || isLooking || state.phase === 'sending' || state.phase === 'accepted'}
            className="min-w-48"
          >
            {error && place === 'form' ? t.tryAgain : t.submit}
          </Button>
        </OrderSubmit>
      </div>
    </form>
  )
}
