'use client'

import { type DragEvent, type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { useLocale } from '@/components/ui/locale-provider'
import { photoLimits } from '@/lib/contracts/portraits'
import { studioMessages } from '@/lib/i18n/messages/studio'
import { Camera } from './camera'
import { Notice } from './notice'
import { PhotoPreview, type ShownPhoto } from './photo-preview'

interface PhotoPickerProps {
  photo: ShownPhoto | null
  /** What lies over the photo, and what is said right below it. */
  over?: ReactNode
  caption?: ReactNode
  /** What is wrong with the photo, as a sentence. */
  fault: string | null
  isLooking: boolean
  onFile: (file: File) => void
}

/** Chooses a photo: by file, by dropping or pasting one, or with the camera. */
export function PhotoPicker({ photo, over, caption, fault, isLooking, onFile }: PhotoPickerProps) {
  const t = studioMessages[useLocale()]
  const input = useRef<HTMLInputElement>(null)
  const [isCameraOpen, setCameraOpen] = useState(false)
  const [isOver, setOver] = useState(false)
  usePastedFile(onFile)

  // The browser's own chooser works before this code does: what was chosen then is a choice all the same.
  const takeEarly = useEffectEvent(() => {
    const file = input.current?.files?.[0]
    if (file) onFile(file)
  })
  useEffect(() => takeEarly(), [])

  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const file = event.dataTransfer.files[0]
    if (file) onFile(file)
  }

  if (isCameraOpen) {
    return (
      <Camera
        onClose={() => setCameraOpen(false)}
        onPhoto={(file) => {
          setCameraOpen(false)
          onFile(file)
        }}
      />
    )
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a short cut for the buttons inside
    <div
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <div className={isOver ? 'outline-2 outline-offset-4 outline-accent' : ''}>
        {photo ? (
          <PhotoPreview photo={photo}>{over}</PhotoPreview>
        ) : (
          <div className="flex aspect-[4/3] max-h-[max(320px,100svh-430px)] w-full lg:aspect-[4/5] flex-col items-center justify-center gap-4 border border-edge bg-mat p-6 text-center">
            <p className="text-lead text-secondary max-sm:hidden">{isOver ? t.letGo : t.dropHere}</p>
            <PickerButtons onChoose={() => input.current?.click()} onCamera={() => setCameraOpen(true)} isFirst />
            <p className="text-label text-secondary">{t.photoKinds}</p>
          </div>
        )}
      </div>
      {photo && caption}
      {fault && (
        <Notice id="photo-fault" className="mt-4">
          {fault}
        </Notice>
      )}
      <p role="status" className={isLooking ? 'mt-4 text-small text-secondary' : 'sr-only'}>
        {isLooking ? t.looking : photo && !fault ? t.photoChosen : ''}
      </p>
      {photo && (
        <div className="mt-4">
          <PickerButtons onChoose={() => input.current?.click()} onCamera={() => setCameraOpen(true)} isFirst={false} />
        </div>
      )}
      <input
        ref={input}
        type="file"
        accept={photoLimits.mimeTypes.join(',')}
        aria-label={t.photo}
        aria-describedby={fault ? 'photo-fault' : undefined}
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => {
          const file = event.target.files?.[0]
          if (file) onFile(file)
          // Choosing the very same file again must count as a choice.
          event.target.value = ''
        }}
      />
    </div>
  )
}

function PickerButtons({
  onChoose,
  onCamera,
  isFirst,
}: {
  onChoose: () => void
  onCamera: () => void
  isFirst: boolean
}) {
  const t = studioMessages[useLocale()]
  return (
    <div className={`flex flex-wrap gap-x-4 gap-y-3 ${isFirst ? 'justify-center' : ''}`}>
      <Button onClick={onChoose} className="bg-paper">
        {isFirst ? t.chooseFile : t.chooseOther}
      </Button>
      <Button onClick={onCamera} className="bg-paper">
        {t.useCamera}
      </Button>
    </div>
  )
}

/** A picture pasted anywhere on the page is a choice, unless somebody is typing. */
function usePastedFile(onFile: (file: File) => void): void {
  const take = useEffectEvent((event: ClipboardEvent) => {
    const file = event.clipboardData?.files[0]
    if (!file) return
    event.preventDefault()
    onFile(file)
  })
  useEffect(() => {
    const listener = (event: ClipboardEvent) => take(event)
    document.addEventListener('paste', listener)
    return () => document.removeEventListener('paste', listener)
  }, [])
}
