import type { Viewer } from '@/server/accounts/viewer'
import { readAdmission } from '@/server/admission/admission'
import { passDoor } from '@/server/admission/pass-door'
import { isPlaced } from './earlier-order'

/**
 * The closed door, for an order whose photo has not been read yet: nobody passes but who has placed it before, and is to be told of it.
 *
 * @param key the Idempotency-Key, if there is one
 * @param token from a closed door before, if any
 * @throws {HouseError} studio_closed
 */
export async function passClosedDoor(viewer: Viewer | null, key: string | null, token: string | null): Promise<void> {
  if ((await readAdmission()).rung !== 4) return
  if (viewer && key && (await isPlaced(viewer.id, key))) return
  await passDoor(token)
}
