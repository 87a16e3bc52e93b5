import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'

/**
 * A room's light as gzip, for everybody who knows its key: that is a hash of the room and all that hangs in it, so who knows it has been shown them.
 *
 * @throws {HouseError} not_found
 */
export async function readLight(key: string): Promise<Uint8Array<ArrayBuffer>> {
  const row = await db.roomLight.findUnique({ where: { key }, select: { bytes: true } })
  return row ? Uint8Array.from(row.bytes) : fail('not_found')
}
