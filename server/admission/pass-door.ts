import { readAdmission } from './admission'
import { refuseClosed } from './refuse'

/**
 * The closed door: nobody passes on the topmost rung.
 *
 * @param token from a closed door before, if any
 * @throws {HouseError} studio_closed
 */
export async function passDoor(token: string | null): Promise<void> {
  const admission = await readAdmission()
  if (admission.rung === 4) await refuseClosed(admission, token)
}
