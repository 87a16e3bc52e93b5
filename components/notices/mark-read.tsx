'use client'

import { useEffect } from 'react'
import { call } from '@/lib/client/call'
import { announceNoticesRead } from '@/lib/client/notice-news'
import { routes } from '@/lib/contracts/routes'

/** What is shown counts as read. Where that fails it is new once more next time, which harms nobody. */
export function MarkRead() {
  useEffect(() => {
    call(routes.readNotices).then(announceNoticesRead, () => {})
  }, [])
  return null
}
