import { randomBytes } from 'node:crypto'
import { paces } from '@/lib/contracts/presence'
import { shared } from '@/server/platform/shared'
import type { Io } from '@/server/realtime/create-io'
import type { Floor } from './floor'

/** Everybody whom this process knows to be in a hall. Nothing of it is written down anywhere. */
export interface Company {
  readonly process: string
  /** By exhibition. */
  readonly floors: Map<string, Floor>
  /** Visitors in halls of other processes, by exhibition and process, whether or not anybody of this one is there. */
  readonly elsewhere: Map<string, Map<string, { count: number; heardAt: number }>>
  /** Floors with something to tell. */
  readonly unsettled: Set<Floor>
  /** The gateway's; null until it is there. */
  io: Io | null
  /** Milliseconds that a round takes at present, and so between two reports that are worth sending. */
  paceMs: number
  round: number
  isTelling: boolean
}

export const company = (): Company =>
  shared('presence', () => ({
    process: randomBytes(9).toString('base64url'),
    floors: new Map(),
    elsewhere: new Map(),
    unsettled: new Set(),
    io: null,
    paceMs: paces.quickestMs,
    round: 0,
    isTelling: false,
  }))
