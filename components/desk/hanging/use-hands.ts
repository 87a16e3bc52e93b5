'use client'

import { useEffect, useRef, useState } from 'react'
import { houseConnection, useSocketEvent } from '@/lib/client/socket'
import type { Hand, Pointing } from '@/lib/contracts/realtime'

/** Between two words about where one points, ms. */
const paceMs = 90
/** A hand that has been still for so long is not shown any more; its curator still is here. */
const restMs = 20_000

export interface SeenHand extends Hand {
  seenAt: number
}

/** Where other curators point in a room, and a way to say where oneself does. */
export function useHands(roomId: string): { hands: SeenHand[]; point: (pointing: Omit<Pointing, 'roomId'>) => void } {
  const [hands, setHands] = useState<SeenHand[]>([])
  const last = useRef({ at: 0, timer: undefined as ReturnType<typeof setTimeout> | undefined })

  useSocketEvent('desk:hand', (hand) => {
    if (hand.roomId !== roomId) return
    setHands((present) => [...present.filter((one) => one.hand !== hand.hand), { ...hand, seenAt: Date.now() }])
  })
  useSocketEvent('desk:hand-gone', ({ hand }) => setHands((present) => present.filter((one) => one.hand !== hand)))
  useEffect(() => {
    const sweep = setInterval(() => {
      const since = Date.now() - restMs
      setHands((present) =>
        present.some((one) => one.seenAt < since) ? present.filter((one) => one.seenAt >= since) : present,
      )
    }, 2_000)
    const pacing = last.current
    return () => {
      clearInterval(sweep)
      clearTimeout(pacing.timer)
    }
  }, [])

  const point = (pointing: Omit<Pointing, 'roomId'>) => {
    const now = Date.now()
    const send = () => {
      last.current.at = Date.now()
      houseConnection().point({ roomId, ...pointing })
    }
    clearTimeout(last.current.timer)
    if (now - last.current.at >= paceMs) send()
    else last.current.timer = setTimeout(send, paceMs - (now - last.current.at))
  }
  return { hands, point }
}
