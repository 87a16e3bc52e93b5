'use client'

import { useEffect, useState } from 'react'
import { useLocale } from '@/components/ui/locale-provider'
import { NavLink } from '@/components/ui/nav-link'
import { noticesMessages } from '@/lib/i18n/messages/notices'

/** The way to the notices, with how many are new. */
export function NoticesLink({ initialUnread }: { initialUnread: number }) {
  const t = noticesMessages[useLocale()]
  const [unread, setUnread] = useState(initialUnread)
  useEffect(() => {
    let stop: (() => void) | null = null
    let isOver = false
    // Whoever has no account needs neither this nor what speaks to the house, on any page.
    import('@/lib/client/notice-news').then(
      ({ followNotices }) => {
        if (isOver) return
        stop = followNotices(
          () => setUnread((count) => count + 1),
          () => setUnread(0),
        )
      },
      // Not to be had now: the number is that of the page.
      () => {},
    )
    return () => {
      isOver = true
      stop?.()
    }
  }, [])
  return (
    <NavLink href="/me/notices">
      <span className={unread > 0 ? 'sr-only' : undefined}>{unread > 0 ? t.unreadCount(unread) : t.title}</span>
      {unread > 0 && (
        <span aria-hidden="true" className="font-medium">
          {t.title} <span className="text-accent">{unread > 99 ? '99+' : unread}</span>
        </span>
      )}
    </NavLink>
  )
}
