'use client'

import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { FormProblem } from '@/components/ui/form-problem'
import { useLocale } from '@/components/ui/locale-provider'
import { ProgressBar } from '@/components/ui/progress-bar'
import { uploadFile } from '@/lib/client/upload-file'
import { useRequest } from '@/lib/client/use-request'
import { uploadLimits } from '@/lib/contracts/uploads'
import { depotMessages } from '@/lib/i18n/messages/depot'

/** Another picture for a work; the present one is kept. */
export function ReplacePicture({ artworkId, version }: { artworkId: string; version: number }) {
  const t = depotMessages[useLocale()]
  const router = useRouter()
  const input = useRef<HTMLInputElement>(null)
  const [share, setShare] = useState(0)
  const [isWaiting, setWaiting] = useState(false)
  const { isBusy, error, run } = useRequest()
  const send = (file: File) =>
    void run(async () => {
      setShare(0)
      const steps = { onProgress: setShare, onWaiting: setWaiting, signal: new AbortController().signal }
      await uploadFile(file, { as: 'replacement', artworkId, version }, steps)
      router.refresh()
    })
  return (
    <div className="mt-4 space-y-3">
      <Button disabled={isBusy} onClick={() => input.current?.click()}>
        {t.replace}
      </Button>
      <p role="status" className="text-label text-secondary">
        {!isBusy && t.replaceHint}
        {isBusy &&
          (isWaiting ? t.uploadWaiting : share === 1 ? t.uploadLooking : t.uploadSent(Math.round(share * 100)))}
      </p>
      {isBusy && <ProgressBar share={share} label={t.replace} />}
      <FormProblem error={error} />
      <input
        ref={input}
        type="file"
        accept={uploadLimits.mimeTypes.join(',')}
        aria-label={t.replace}
        className="sr-only"
        tabIndex={-1}
        onChange={(event) => {
          const file = event.target.files?.[0]
          if (file) send(file)
          event.target.value = ''
        }}
      />
    </div>
  )
}
