'use client'

import { useEffect, useEffectEvent, useReducer, useRef, useState } from 'react'
import type { PortraitView } from '@/lib/contracts/portraits'
import type { PortraitProgress } from '@/lib/contracts/realtime'
import { routes } from '@/lib/contracts/routes'
import { ApiError } from './api-error'
import { call } from './call'
import { applyProgress, applySnapshot, isUnderway, needsSnapshot, pollDelay } from './portrait-state'
import { useConnectionState, useFollowPortrait, useSocketEvent } from './socket'

type News = { event: PortraitProgress } | { snapshot: PortraitView } | { answer: PortraitView }

function reduce(view: PortraitView, news: News): PortraitView {
  if ('event' in news) return applyProgress(view, news.event)
  if ('snapshot' in news) return applySnapshot(view, news.snapshot)
  return news.answer
}

export interface LivePortrait {
  portrait: PortraitView
  /** False while the house does not answer; what is shown is then the last that was known. */
  isReachable: boolean
  /** The order does not exist any more (deleted in another tab, or the session ended). */
  isGone: boolean
  /** Takes the answer to one's own action: whatever it says is the present state. */
  take: (answer: PortraitView) => void
}

/** An order as it is now: first the snapshot, then newer events only, and snapshots again whenever events may have been missed. */
export function usePortrait(initial: PortraitView): LivePortrait {
  const [portrait, dispatch] = useReducer(reduce, initial)
  const [isReachable, setReachable] = useState(true)
  const [isGone, setGone] = useState(false)
  const isReading = useRef(false)
  /** Something happened while a snapshot was on its way, which may not have it. */
  const isMissed = useRef(false)
  const [reads, countRead] = useReducer((count: number) => count + 1, 0)
  const isLive = !isGone && (isUnderway(portrait.status) || needsSnapshot(portrait))
  const isConnected = useConnectionState() === 'connected'

  const read = useEffectEvent(async (): Promise<void> => {
    if (isGone) return
    if (isReading.current) {
      isMissed.current = true
      return
    }
    isReading.current = true
    isMissed.current = false
    try {
      dispatch({ snapshot: await call(routes.readPortrait, { params: { id: initial.id } }) })
      setReachable(true)
    } catch (error) {
      const status = error instanceof ApiError ? error.status : 0
      if (status === 404 || status === 401) setGone(true)
      else setReachable(false)
    } finally {
      isReading.current = false
      countRead()
      if (isMissed.current) void read()
    }
  })

  useFollowPortrait(initial.id, isLive, read)
  useSocketEvent('portrait:progress', (event) => dispatch({ event }))

  const delay = isLive ? pollDelay(portrait, isConnected && isReachable) : null
  // biome-ignore lint/correctness/useExhaustiveDependencies: each finished read starts the next wait
  useEffect(() => {
    if (delay === null) return
    const timer = setTimeout(() => void read(), delay)
    return () => clearTimeout(timer)
  }, [delay, reads])

  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') void read()
    }
    window.addEventListener('online', look)
    window.addEventListener('pageshow', look)
    document.addEventListener('visibilitychange', look)
    return () => {
      window.removeEventListener('online', look)
      window.removeEventListener('pageshow', look)
      document.removeEventListener('visibilitychange', look)
    }
  }, [])

  return { portrait, isReachable, isGone, take: (answer) => dispatch({ answer }) }
}
