'use client'

import { useEffect, useState } from 'react'

/** Whole seconds that are left of `seconds`, counted from the moment that `cause` came; 0 without one. */
export function useCountdown(seconds: number | null, cause: unknown): number {
  const [counted, setCounted] = useState({ cause: null as unknown, endsAt: 0, now: 0 })
  useEffect(() => {
    if (seconds === null || seconds <= 0) return
    const endsAt = Date.now() + seconds * 1_000
    const tick = () => setCounted({ cause, endsAt, now: Date.now() })
    tick()
    const timer = setInterval(() => {
      tick()
      if (Date.now() >= endsAt) clearInterval(timer)
    }, 500)
    return () => clearInterval(timer)
  }, [seconds, cause])
  if (seconds === null || seconds <= 0) return 0
  return counted.cause === cause ? Math.max(0, Math.ceil((counted.endsAt - counted.now) / 1_000)) : Math.ceil(seconds)
}
