import { useRef, useState } from 'react'
import type { Locale } from '@/lib/i18n/locale'
import { hallMessages } from '@/lib/i18n/messages/hall'
import type { Walker } from '../engine/walker'
import { type HallSpace, roomAt } from '../hall-works'
import { roomWords } from './room-words'

export interface RoomNotice {
  /** For those who listen: the room that one is in, or goes to. */
  words: string
  /** To be called a few times a second while the visitor moves. */
  report(): void
  /** One was sent to a room. */
  goTo(room: number): void
}

/** Says which room one has come into. */
export function useRoomNotice(space: HallSpace, walker: Walker, locale: Locale): RoomNotice {
  const [words, setWords] = useState('')
  const room = useRef(-1)
  return {
    words,
    report() {
      const now = roomAt(space, walker.pose)
      if (now < 0 || now === room.current) return
      room.current = now
      setWords(hallMessages[locale].inRoom(roomWords(space, now, locale)))
    },
    goTo: (to) => setWords(hallMessages[locale].goingTo(roomWords(space, to, locale))),
  }
}
