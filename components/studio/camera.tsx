'use client'

import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { useLocale } from '@/components/ui/locale-provider'
import { studioMessages } from '@/lib/i18n/messages/studio'
import { Notice } from './notice'
import { type CameraFault, type Facing, takePicture, useCamera } from './use-camera'

interface CameraProps {
  onPhoto: (file: File) => void
  onClose: () => void
}

const sentences = {
  refused: 'cameraRefused',
  missing: 'cameraMissing',
  busy: 'cameraBusy',
  unsafe: 'cameraUnsafe',
} as const satisfies Record<CameraFault, string>

/** The live picture, mirrored as in a mirror, and a shutter. */
export function Camera({ onPhoto, onClose }: CameraProps) {
  const t = studioMessages[useLocale()]
  const [facing, setFacing] = useState<Facing>('user')
  const { video, isReady, fault, hasSeveral } = useCamera(facing)
  const shutter = useRef<HTMLButtonElement>(null)
  const isMirrored = facing === 'user'

  useEffect(() => {
    if (isReady) shutter.current?.focus()
  }, [isReady])

  const take = async () => {
    const file = video.current && (await takePicture(video.current, isMirrored))
    if (file) onPhoto(file)
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div
      role="group"
      aria-label={t.useCamera}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
      }}
    >
      <div className="relative aspect-[4/5] max-h-[max(320px,100svh-430px)] w-full overflow-hidden bg-night text-night-ink">
        <video
          ref={video}
          muted
          playsInline
          aria-label={t.cameraView}
          className={`size-full object-cover transition-opacity ${isMirrored ? '-scale-x-100' : ''} ${isReady ? '' : 'opacity-0'}`}
        />
        {!isReady && (
          <div className="absolute inset-0 flex items-center justify-center p-8">
            {fault ? <Notice>{t[sentences[fault]]}</Notice> : <p role="status">{t.cameraOpening}</p>}
          </div>
        )}
        {isReady && (
          <button
            ref={shutter}
            type="button"
            aria-label={t.shutter}
            onClick={() => void take()}
            className="absolute bottom-6 left-1/2 size-16 -translate-x-1/2 rounded-[50%] border-4 border-paper bg-paper bg-clip-content p-1 outline-offset-4 transition-transform focus-visible:outline-paper active:scale-95"
          />
        )}
      </div>
      <div className="mt-4 flex flex-wrap gap-x-4 gap-y-3">
        <Button onClick={onClose}>{t.closeCamera}</Button>
        {hasSeveral && <Button onClick={() => setFacing(isMirrored ? 'environment' : 'user')}>{t.turnCamera}</Button>}
      </div>
    </div>
  )
}
