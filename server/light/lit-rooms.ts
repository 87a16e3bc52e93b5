import { createHash } from 'node:crypto'
import type { HangingView } from '@/lib/contracts/exhibitions'
import { atmosphereOf } from '@/lib/hanging/atmospheres'
import { linear, type Rgb } from '@/lib/hanging/colour'
import { layOut } from '@/lib/hanging/lay-out'
import { lightFormat } from '@/lib/hanging/light/encode-light'
import { type Hanging, type Placement, placeHangings } from '@/lib/hanging/place-hangings'
import type { Plan } from '@/lib/hanging/plan'

/** What a room's light depends on; `RoomView` fits it. */
export interface RoomToLight {
  id: string
  plan: Plan
  hangings: (Hanging & { artwork: { picture: Pick<HangingView['artwork']['picture'], 'colour'> } })[]
}

export interface LitRoom {
  roomId: string
  plan: Plan
  placements: Placement[]
  /** The works' mean colours. */
  colours: Rgb[]
  /** SHA-256 of everything that the light is computed from. */
  key: string
}

/** The rooms of one exhibition, in order, as the hall lays them out. */
export function litRooms(rooms: RoomToLight[]): LitRoom[] {
  const plans = layOut(rooms.map((room) => room.plan))
  return rooms.map(({ id: roomId, plan: ownPlan, hangings }, index) => {
    const plan = plans[index] ?? ownPlan
    const placements = placeHangings(plan, hangings)
    const colours = placements.map(({ hanging }) => linear(hanging.artwork.picture.colour))
    const places = placements.map(({ hanging, ...place }) => ({ ...place, wall: hanging.wall }))
    const from = JSON.stringify([lightFormat, roomId, plan, atmosphereOf(plan), places, colours])
    return { roomId, plan, placements, colours, key: createHash('sha256').update(from).digest('hex') }
  })
}
