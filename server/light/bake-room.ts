import { setImmediate } from 'node:timers/promises'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { encodeLight } from '@/lib/hanging/light/encode-light'
import { bakeLight } from '@/lib/hanging/light/room-light'
import type { Transaction } from '@/server/platform/db'
import type { LitRoom } from './lit-rooms'

const compress = promisify(gzip)

/** Pages that name it may be open or kept for so long, ms. */
const KEPT_MS = 24 * 3_600_000

/** Computes a room's light, some tenths of a second of one core in pieces of a few milliseconds; other work goes on between them. */
export async function bakeRoom({ plan, placements, colours }: LitRoom): Promise<Uint8Array<ArrayBuffer>> {
  const steps = bakeLight(plan, placements, colours)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return Uint8Array.from(await compress(encodeLight(value), { level: 9 }))
    await setImmediate()
  }
}

/** Keeps it, and drops what the room looked like long ago. */
export async function keepLight(
  { key, roomId }: LitRoom,
  bytes: Uint8Array<ArrayBuffer>,
  tx: Transaction,
): Promise<void> {
  await tx.roomLight.createMany({ data: [{ key, roomId, bytes }], skipDuplicates: true })
  const old = { lt: new Date(Date.now() - KEPT_MS) }
  await tx.roomLight.deleteMany({ where: { roomId, key: { not: key }, createdAt: old } })
}
