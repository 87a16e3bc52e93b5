import { type Plan, planSchema } from '@/lib/hanging/plan'
import { hangingColumns } from '@/server/exhibitions/exhibition-card'
import { inWalkingOrder } from '@/server/exhibitions/in-walking-order'
import type { Transaction } from '@/server/platform/db'

const artwork = { select: { id: true, widthCm: true, heightCm: true } } as const

/** Locks all rooms of a held exhibition, and reads them in their order with what hangs there, in walking order. */
export async function holdRooms(exhibitionId: string, tx: Transaction) {
  await tx.$queryRaw`SELECT 1 FROM "Room" WHERE "exhibitionId" = ${exhibitionId} ORDER BY "id" FOR UPDATE`
  const rooms = await tx.room.findMany({
    where: { exhibitionId },
    orderBy: { position: 'asc' },
    select: { id: true, position: true, plan: true, hangings: { select: { ...hangingColumns, artwork } } },
  })
  return rooms.map((room) => {
    const plan: Plan = planSchema.parse(room.plan)
    return { ...room, plan, hangings: inWalkingOrder(plan, room.hangings) }
  })
}
