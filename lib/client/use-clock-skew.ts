'use client'

import { useEffect, useState } from 'react'
import { routes } from '@/lib/contracts/routes'
import { clockSkew } from './time-until'

/** A house that does not answer in this time, ms, is not waited for: the device's clock has to do. */
const limitMs = 3_000

/** What is to be added to this device's clock to have the house's, ms; null until the house was asked, which it is once `isWanted`. */
export function useClockSkew(isWanted = true): number | null {
  const [skew, setSkew] = useState<number | null>(null)
  useEffect(() => {
    if (!isWanted) return
    const asking = new AbortController()
    let isHere = true
    const timer = setTimeout(() => asking.abort(), limitMs)
    const sentAt = Date.now()
    fetch(routes.live.path, { cache: 'no-store', signal: asking.signal }).then(
      ({ headers }) => setSkew(clockSkew({ sentAt, cameAt: Date.now(), date: headers.get('Date') })),
      () => isHere && setSkew(0),
    )
    return () => {
      isHere = false
      clearTimeout(timer)
      asking.abort()
    }
  }, [isWanted])
  return skew
}
