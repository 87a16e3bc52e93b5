import { planSchema } from '@/lib/hanging/plan'
import { announceChange } from '@/server/cache/announce-change'
import { tags } from '@/server/cache/tags'
import { hangingColumns } from '@/server/exhibitions/exhibition-card'
import { inWalkingOrder } from '@/server/exhibitions/in-walking-order'
import { db } from '@/server/platform/db'
import { logger } from '@/server/platform/logger'
import { shared } from '@/server/platform/shared'
import { bakeRoom, keepLight } from './bake-room'
import { type LitRoom, litRooms, type RoomToLight } from './lit-rooms'

const running = shared('lights', () => new Map<string, Promise<void>>())

/**
 * Computes the light of an exhibition's rooms where it is not known yet, in the background and once however often it is asked for; pages that
 * show the exhibition are made anew after that. When it fails, visitors' browsers go on computing it, and the next page that shows it tries again.
 */
export function lightSoon(exhibitionId: string): void {
  if (running.has(exhibitionId)) return
  const work = lightExhibition(exhibitionId)
    .then(() => undefined)
    .catch((error) => logger.warn({ err: error, exhibitionId }, 'rooms not lit'))
    .finally(() => running.delete(exhibitionId))
  running.set(exhibitionId, work)
}

/** @returns how many rooms had no light yet. */
export async function lightExhibition(exhibitionId: string): Promise<number> {
  const rooms = litRooms(await readRooms(exhibitionId))
  const keys = rooms.map(({ key }) => key)
  const present = await db.roomLight.findMany({ where: { key: { in: keys } }, select: { key: true } })
  const missing = rooms.filter(({ key }) => !present.some((row) => row.key === key))
  const baked: { room: LitRoom; bytes: Uint8Array<ArrayBuffer> }[] = []
  for (const room of missing) baked.push({ room, bytes: await bakeRoom(room) })
  if (missing.length === 0) return 0
  await db.$transaction(async (tx) => {
    for (const { room, bytes } of baked) await keepLight(room, bytes, tx)
    await announceChange(tx, [tags.exhibition(exhibitionId)])
  })
  return missing.length
}

async function readRooms(exhibitionId: string): Promise<RoomToLight[]> {
  const artwork = { select: { id: true, widthCm: true, heightCm: true, picture: { select: { colour: true } } } }
  const rooms = await db.room.findMany({
    where: { exhibitionId },
    orderBy: { position: 'asc' },
    select: {
      id: true,
      plan: true,
      hangings: { where: { artwork: { hiddenAt: null } }, select: { ...hangingColumns, artwork } },
    },
  })
  return rooms.map(({ id, plan, hangings }) => {
    return { id, plan: planSchema.parse(plan), hangings: inWalkingOrder(plan, hangings) }
  })
}
