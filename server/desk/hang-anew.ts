import type { Transaction } from '@/server/platform/db'

/** Above any slot that is in use. */
const outOfTheWay = 1_000_000

/** Hangs the works of a held room where `hung` says, one place for each in their order; places given by hand are given up. */
export async function hangAnew(
  room: { id: string; hangings: { id: string }[] },
  hung: { wall: string; slot: number }[],
  curatorId: string,
  tx: Transaction,
): Promise<void> {
  const ids = room.hangings.map((hanging) => hanging.id)
  // Far along their walls first: no two works may share a place, not even for a moment.
  await tx.$executeRaw`UPDATE "Hanging" SET "slot" = "slot" + ${outOfTheWay} WHERE "roomId" = ${room.id}`
  await tx.$executeRaw`
    UPDATE "Hanging" AS h
    SET "wall" = place."wall", "slot" = place."slot", "along" = NULL, "centreHeight" = NULL,
      "version" = h."version" + 1, "changedById" = ${curatorId}
    FROM unnest(${ids}::text[], ${hung.map(({ wall }) => wall)}::text[], ${hung.map(({ slot }) => slot)}::int[])
      AS place("id", "wall", "slot")
    WHERE h."id" = place."id"`
}
