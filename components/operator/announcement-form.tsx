'use client'

import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { FormProblem } from '@/components/ui/form-problem'
import { useLocale } from '@/components/ui/locale-provider'
import { TextField } from '@/components/ui/text-field'
import { call } from '@/lib/client/call'
import { useRequest } from '@/lib/client/use-request'
import type { AnnouncementView } from '@/lib/contracts/house'
import { routes } from '@/lib/contracts/routes'
import { operatorAnnouncementMessages } from '@/lib/i18n/messages/operator-announcements'
import { operatorDeskMessages } from '@/lib/i18n/messages/operator-desk'

interface AnnouncementFormProps {
  /** The one that is changed; a new one where there is none. */
  announcement?: AnnouncementView
  /** When a new one begins, if nobody says otherwise; ISO 8601. */
  now?: string
  onDone?: () => void
}

const fieldOf = (instant: string | null | undefined) => instant?.slice(0, 16) ?? ''
const instantOf = (field: FormDataEntryValue | null) => (field ? `${String(field).slice(0, 16)}:00.000Z` : null)

/** A line in both languages, and when it stands. */
export function AnnouncementForm({ announcement, now, onDone }: AnnouncementFormProps) {
  const locale = useLocale()
  const t = operatorAnnouncementMessages[locale]
  const desk = operatorDeskMessages[locale]
  const id = useId()
  const router = useRouter()
  const [isDone, setIsDone] = useState(false)
  const { isBusy, error, run } = useRequest()
  const isWrong = (path: string) => Object.keys(error?.fields ?? {}).some((field) => field.startsWith(path))

  const send = async (form: HTMLFormElement) => {
    const fields = new FormData(form)
    const text = { en: String(fields.get('en')).trim(), zh: String(fields.get('zh')).trim() }
    const startsAt = instantOf(fields.get('startsAt')) ?? new Date().toISOString()
    const body = { text, startsAt, endsAt: instantOf(fields.get('endsAt')) }
    const isSent = await run(async () => {
      if (announcement) {
        const { version } = announcement
        await call(routes.changeAnnouncement, { params: { id: announcement.id }, body: { ...body, version } })
      } else await call(routes.addAnnouncement, { body })
    })
    if (!isSent) return
    if (!announcement) form.reset()
    setIsDone(true)
    onDone?.()
    router.refresh()
  }

  return (
    <form
      noValidate
      className="max-w-measure space-y-5"
      onSubmit={(event) => {
        event.preventDefault()
        void send(event.currentTarget)
      }}
    >
      {(['en', 'zh'] as const).map((language) => (
        <TextField
          key={language}
          id={`${id}-${language}`}
          name={language}
          rows={2}
          lang={language === 'zh' ? 'zh-CN' : 'en'}
          label={language === 'en' ? t.lineEn : t.lineZh}
          maxLength={240}
          required
          defaultValue={announcement?.text[language]}
          error={isWrong(`text.${language}`) ? t.lineWrong : undefined}
        />
      ))}
      <div className="grid gap-6 sm:grid-cols-2 sm:items-end">
        <Field
          id={`${id}-from`}
          name="startsAt"
          type="datetime-local"
          label={t.from}
          defaultValue={fieldOf(announcement?.startsAt ?? now)}
        />
        <Field
          id={`${id}-until`}
          name="endsAt"
          type="datetime-local"
          label={t.until}
          hint={t.untilHint}
          defaultValue={fieldOf(announcement?.endsAt)}
          error={isWrong('endsAt') ? t.endsEarly : undefined}
        />
      </div>
      <FormProblem error={error} />
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" kind="primary" disabled={isBusy}>
          {isBusy ? desk.saving : announcement ? desk.save : t.announce}
        </Button>
        {onDone && <Button onClick={onDone}>{desk.cancel}</Button>}
        <p role="status" className="text-label text-secondary">
          {isDone && !announcement && t.announced}
        </p>
      </div>
    </form>
  )
}
