import { isDoorRefusal } from '@/lib/contracts/admission'
import { createGuest } from '@/server/accounts/create-guest'
import { dismissGuest } from '@/server/accounts/dismiss-guest'
import type { Viewer } from '@/server/accounts/viewer'
import { HouseError } from '@/server/platform/errors'
import { setCookies } from './set-cookies'

/**
 * Carries out a call for somebody without a session, as a guest who is made for it; their cookie goes to `answer`. A call
 * that is refused leaves no guest behind. After a defect they stay: something of theirs may have been accepted already.
 */
export async function asNewGuest<T>(
  headers: Headers,
  answer: Headers,
  carryOut: (guest: Viewer) => T | Promise<T>,
): Promise<T> {
  const guest = await createGuest(headers)
  try {
    const result = await carryOut(guest.viewer)
    setCookies(answer, guest.setCookies)
    return result
  } catch (thrown) {
    if (thrown instanceof HouseError && (thrown.status < 500 || isDoorRefusal(thrown.code)))
      await dismissGuest(guest.viewer.id)
    throw thrown
  }
}
