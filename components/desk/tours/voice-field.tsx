'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { FormProblem } from '@/components/ui/form-problem'
import { call } from '@/lib/client/call'
import { upload } from '@/lib/client/upload'
import { useRequest } from '@/lib/client/use-request'
import { routes } from '@/lib/contracts/routes'
import { audioLimits, type TourView } from '@/lib/contracts/tours'
import type { Locale } from '@/lib/i18n/locale'
import { tourDeskMessages } from '@/lib/i18n/messages/tour-desk'
import type { StopDraft } from './tour-draft'

interface VoiceFieldProps {
  stop: StopDraft
  language: 'en' | 'zh'
  locale: Locale
  onVoice(saved: TourView): void
}

/** The recorded voice of a stop in one language: heard, replaced or taken away at once, apart from the words. */
export function VoiceField({ stop, language, locale, onVoice }: VoiceFieldProps) {
  const t = tourDeskMessages[locale]
  const { isBusy, error, run } = useRequest()
  const [share, setShare] = useState(0)
  const { id } = stop
  const address = stop.audio[language]
  if (id === null) return <p className="text-label text-secondary">{t.voiceAfterSaving}</p>
  const send = (file: File | undefined) =>
    file &&
    void run(async () => {
      const form = new FormData()
      form.append('audio', file)
      setShare(0)
      const path = `/api/tour-stops/${id}/voice/${language}`
      onVoice(await upload({ ...routes.setVoice, path }, { form, onProgress: setShare }))
    })
  const remove = () => void run(async () => onVoice(await call(routes.removeVoice, { params: { id, language } })))
  const fieldId = `${stop.key}-voice-${language}`
  return (
    <div>
      <label htmlFor={fieldId} className="block text-label font-medium">
        {language === 'en' ? t.voiceEn : t.voiceZh}
      </label>
      <p id={`${fieldId}-hint`} className="text-label text-secondary">
        {t.voiceHint}
      </p>
      {address && (
        <div className="mt-1 flex flex-wrap items-center gap-3">
          {/* biome-ignore lint/a11y/useMediaCaption: the words beside it are its caption */}
          <audio controls preload="none" src={address} className="h-11 max-w-full" />
          <Button kind="quiet" disabled={isBusy} onClick={remove}>
            {t.removeVoice}
          </Button>
        </div>
      )}
      <input
        id={fieldId}
        type="file"
        accept={audioLimits.mimeTypes.join()}
        disabled={isBusy}
        aria-describedby={`${fieldId}-hint`}
        className="mt-1 block min-h-11 w-full text-label"
        onChange={(event) => {
          send(event.target.files?.[0])
          event.target.value = ''
        }}
      />
      {isBusy && (
        <progress aria-label={language === 'en' ? t.voiceEn : t.voiceZh} value={share} max={1} className="h-1 w-full" />
      )}
      <FormProblem error={error} />
    </div>
  )
}
