'use client'

import { useLocale } from '@/components/ui/locale-provider'
import { call } from '@/lib/client/call'
import { routes } from '@/lib/contracts/routes'
import { formatMoment } from '@/lib/i18n/format-moment'
import { operatorQueueMessages } from '@/lib/i18n/messages/operator-queue'
import { ActButton } from './act-button'

/** Whether the queue runs, and the button for the other. */
export function PauseSection({ pausedAt }: { pausedAt: string | null }) {
  const locale = useLocale()
  const t = operatorQueueMessages[locale]
  return (
    <section aria-label={t.pauseTitle} className="mb-14 max-w-measure">
      <p role="status" className={pausedAt ? 'border-l-2 border-ink pl-4 text-body font-medium' : 'text-body'}>
        {pausedAt ? t.pausedSince(formatMoment(pausedAt, locale)) : t.runs}
      </p>
      <p className="mt-2 mb-4 text-small text-secondary">{t.pauseText}</p>
      {pausedAt ? (
        <ActButton key="resume" kind="primary" label={t.resume} act={() => call(routes.resumeQueue)} />
      ) : (
        <ActButton key="pause" label={t.pause} act={() => call(routes.pauseQueue)} />
      )}
    </section>
  )
}
