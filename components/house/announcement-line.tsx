'use client'

import { useLocale } from '@/components/ui/locale-provider'
import type { AnnouncementView } from '@/lib/contracts/house'
import { announcementKey } from './announcement-key'
import { usePutAway } from './put-away'
import { PutAwayButton } from './put-away-button'

/** One calm line, until whoever reads it puts it away; one that is changed comes back. */
export function AnnouncementLine({ announcement }: { announcement: AnnouncementView }) {
  const locale = useLocale()
  const key = announcementKey(announcement)
  if (usePutAway(key)) return null
  return (
    <div data-announcement={key} suppressHydrationWarning className="border-b bg-mat">
      <div className="page flex items-center justify-between gap-x-6 py-1">
        <p className="py-2 text-label lg:text-small">{announcement.text[locale]}</p>
        <PutAwayButton announcementKey={key} />
      </div>
    </div>
  )
}
