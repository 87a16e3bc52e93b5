import type { ApiError } from './api-error'
import type { Wish } from './wishes'

/** What the house last said about one mark (a like or a favourite) of this person; null before it was asked. */
export type Confirmed = boolean | null

/** `waiting`: kept in this browser until the house can be reached. */
export type MarkState = 'settled' | 'sending' | 'waiting'

export interface MarkView {
  isOn: boolean
  /** Likes of everybody, this person's pending wish included; null where there is nothing to count. */
  count: number | null
  state: MarkState
  /** Why the last wish was refused; null when it was not. */
  refusal: ApiError | null
}

export interface MarkFacts {
  confirmed: Confirmed
  wish: Wish | undefined
  /** The last try reached nobody, or the house could not carry it out for now. */
  isStuck: boolean
  count: number | null
  refusal: ApiError | null
}

/** What the button shows: the pending wish wins over what the house said, and is counted on top of its count. */
export function markView({ confirmed, wish, isStuck, count, refusal }: MarkFacts): MarkView {
  const isOn = wish?.isOn ?? confirmed ?? false
  const change = wish === undefined ? 0 : Number(wish.isOn) - Number(confirmed ?? false)
  return {
    isOn,
    count: count === null ? null : Math.max(0, count + change),
    state: wish === undefined ? 'settled' : isStuck ? 'waiting' : 'sending',
    refusal,
  }
}
