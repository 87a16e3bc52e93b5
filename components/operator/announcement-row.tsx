'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { useLocale } from '@/components/ui/locale-provider'
import { call } from '@/lib/client/call'
import type { AnnouncementView } from '@/lib/contracts/house'
import { routes } from '@/lib/contracts/routes'
import { formatMoment } from '@/lib/i18n/format-moment'
import { operatorAnnouncementMessages } from '@/lib/i18n/messages/operator-announcements'
import { AnnouncementForm } from './announcement-form'
import { ConfirmStep } from './confirm-step'

interface AnnouncementRowProps {
  announcement: AnnouncementView
  /** ISO 8601, by the server's clock. */
  now: string
}

/** One announcement, when it stands, and what may be done about it. */
export function AnnouncementRow({ announcement, now }: AnnouncementRowProps) {
  const locale = useLocale()
  const t = operatorAnnouncementMessages[locale]
  const router = useRouter()
  const [isChanging, setIsChanging] = useState(false)
  const { id, text, startsAt, endsAt } = announcement
  const state = startsAt > now ? t.comes : endsAt !== null && endsAt <= now ? t.over : t.stands
  const from = formatMoment(startsAt, locale)
  if (isChanging) {
    return (
      <li className="border-t py-6">
        <AnnouncementForm announcement={announcement} onDone={() => setIsChanging(false)} />
      </li>
    )
  }
  return (
    <li className="grid gap-x-10 gap-y-2 border-t py-4 lg:grid-cols-12">
      <div className="space-y-1 lg:col-span-8">
        <p lang="en" className="max-w-measure text-small wrap-anywhere">
          {text.en}
        </p>
        <p lang="zh-CN" className="max-w-measure text-small wrap-anywhere">
          {text.zh}
        </p>
        <p className="text-label text-secondary">
          <span className={state === t.stands ? 'font-medium text-ink' : undefined}>{state}</span> ·{' '}
          {endsAt ? t.fromUntil(from, formatMoment(endsAt, locale)) : t.fromOn(from)}
        </p>
      </div>
      <div className="flex flex-wrap items-start gap-x-6 gap-y-2 lg:col-span-4 lg:justify-end">
        <Button kind="quiet" onClick={() => setIsChanging(true)}>
          {t.edit}
        </Button>
        <ConfirmStep
          action={t.takeDown}
          text={text[locale]}
          confirm={t.takeDownConfirm}
          onConfirm={async () => {
            await call(routes.deleteAnnouncement, { params: { id } })
            router.refresh()
          }}
        />
      </div>
    </li>
  )
}
