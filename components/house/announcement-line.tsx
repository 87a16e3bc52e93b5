'use client'

import { useSyncExternalStore } from 'react'
import { useLocale } from '@/components/ui/locale-provider'
import type { AnnouncementView } from '@/lib/contracts/house'
import { houseMessages } from '@/lib/i18n/messages/house'
import { announcementKey } from './announcement-key'

const listeners = new Set<() => void>()

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

function isPutAway(key: string): boolean {
  try {
    return localStorage.getItem(key) !== null
  } catch {
    return false
  }
}

function putAway(key: string) {
  try {
    localStorage.setItem(key, '1')
  } catch {
    // A browser that keeps nothing shows it again on the next page.
  }
  for (const listener of listeners) listener()
}

/** One calm line, until whoever reads it puts it away; one that is changed comes back. */
export function AnnouncementLine({ announcement }: { announcement: AnnouncementView }) {
  const locale = useLocale()
  const t = houseMessages[locale]
  const key = announcementKey(announcement)
  const isGone = useSyncExternalStore(
    subscribe,
    () => isPutAway(key),
    () => false,
  )
  if (isGone) return null
  return (
    <div data-announcement={key} suppressHydrationWarning className="border-b bg-mat">
      <div className="page flex items-center justify-between gap-x-6 py-1">
        <p className="py-2 text-label lg:text-small">{announcement.text[locale]}</p>
        <button
          type="button"
          onClick={() => putAway(key)}
          className="inline-flex min-h-11 shrink-0 items-center border-b border-transparent text-label text-secondary hover:border-ink hover:text-ink"
        >
          {t.putAway}
        </button>
      </div>
    </div>
  )
}
