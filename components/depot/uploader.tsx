'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { type DragEvent, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { useLocale } from '@/components/ui/locale-provider'
import { ProgressBar } from '@/components/ui/progress-bar'
import { sentenceFor } from '@/lib/client/sentence'
import { type UploadItem, useUploads } from '@/lib/client/use-uploads'
import { type FinishUploadBody, uploadLimits } from '@/lib/contracts/uploads'
import { depotMessages } from '@/lib/i18n/messages/depot'

interface UploaderProps {
  wish: FinishUploadBody
  /** Where a work's own page is. */
  hrefOf: (artworkId: string) => string
}

/** Takes many pictures at once, by choosing or dropping them, and shows how far each is. */
export function Uploader({ wish, hrefOf }: UploaderProps) {
  const t = depotMessages[useLocale()]
  const router = useRouter()
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const { items, add } = useUploads(wish, () => router.refresh())
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    add([...event.dataTransfer.files])
  }
  return (
    <section
      aria-label={t.upload}
      onDrop={drop}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      className={`border p-5 ${isOver ? 'border-accent' : 'border-rule'}`}
    >
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <Button kind="primary" onClick={() => input.current?.click()}>
          {t.upload}
        </Button>
        <p className="text-label text-secondary">{t.uploadHint}</p>
      </div>
      <input
        ref={input}
        type="file"
        multiple
        accept={uploadLimits.mimeTypes.join(',')}
        aria-label={t.upload}
        className="sr-only"
        tabIndex={-1}
        onChange={(event) => {
          add([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
      {items.length > 0 && (
        <ul className="mt-5 max-h-80 overflow-y-auto border-b">
          {items.map((item) => (
            <UploadRow key={item.key} item={item} hrefOf={hrefOf} />
          ))}
        </ul>
      )}
    </section>
  )
}

function UploadRow({ item, hrefOf }: { item: UploadItem; hrefOf: UploaderProps['hrefOf'] }) {
  const locale = useLocale()
  const t = depotMessages[locale]
  const words = {
    queued: t.uploadQueued,
    sending: item.share === 1 ? t.uploadLooking : t.uploadSent(Math.round(item.share * 100)),
    waiting: t.uploadWaiting,
    added: t.uploadAdded,
    duplicate: t.uploadDuplicate,
    refused: item.state === 'refused' ? sentenceFor(item.error, locale) : '',
  }[item.state]
  const isUnderway = item.state === 'sending' || item.state === 'waiting'
  return (
    <li className="grid gap-x-6 border-t py-3 text-small sm:grid-cols-[1fr_auto]">
      <span className="truncate">
        {item.artworkId ? (
          <Link href={hrefOf(item.artworkId)} prefetch={false} className="link">
            {item.name}
          </Link>
        ) : (
          item.name
        )}
      </span>
      <span role="status" className={item.state === 'refused' ? 'font-medium' : 'text-secondary'}>
        {words}
      </span>
      {isUnderway && <ProgressBar share={item.share} label={item.name} className="mt-2 sm:col-span-2" />}
    </li>
  )
}
