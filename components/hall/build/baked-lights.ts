import { decodeLight } from '@/lib/hanging/light/encode-light'
import type { BakedLight } from '@/lib/hanging/light/room-light'
import type { HallSpace } from '../hall-works'

/** A room's light as it was published; null where it was not, or cannot be had: then it is computed here. */
export type BakedLights = (room: number) => Promise<BakedLight | null>

/** Whoever waits longer has it sooner by computing it, ms. */
const mostMs = 4_000

/** Fetches each room's light once, whoever asks and however often; `addresses` by room, null for none. */
export function fetchLights(space: HallSpace, addresses: readonly (string | null)[]): BakedLights {
  const asked = new Map<number, Promise<BakedLight | null>>()
  return (room) => {
    const present = asked.get(room)
    if (present) return present
    const light = fetchLight(space, room, addresses[room] ?? null).catch(() => null)
    asked.set(room, light)
    return light
  }
}

async function fetchLight(space: HallSpace, index: number, address: string | null): Promise<BakedLight | null> {
  const room = space.rooms[index]
  if (!room || !address) return null
  const answer = await fetch(address, { signal: AbortSignal.timeout(mostMs) })
  if (!answer.ok) return null
  const bytes = new Uint8Array(await answer.arrayBuffer())
  const placements = room.works.map((work) => work.placement)
  return decodeLight(bytes, room.plan, placements)
}
