'use client'

import { useLocale } from '@/components/ui/locale-provider'
import { houseMessages } from '@/lib/i18n/messages/house'
import { putAway } from './put-away'

/** Puts one announcement away in this browser. */
export function PutAwayButton({ announcementKey }: { announcementKey: string }) {
  return (
    <button
      type="button"
      onClick={() => putAway(announcementKey)}
      className="inline-flex min-h-11 shrink-0 items-center border-b border-transparent text-label text-secondary hover:border-ink hover:text-ink"
    >
      {houseMessages[useLocale()].putAway}
    </button>
  )
}
