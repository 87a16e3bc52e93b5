import { takeToken } from '@/server/admission/take-token'
import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { auth } from './auth'
import type { Viewer } from './viewer'

/**
 * Asks for the password once more, before what cannot be undone. Tries are counted as those of signing in are.
 *
 * @throws {HouseError} wrong_credentials, too_many_requests
 */
export async function checkPassword(viewer: Viewer, password: string): Promise<void> {
  await takeToken('sign-in', `account:${viewer.email?.toLowerCase() ?? viewer.id}`)
  const where = { personId: viewer.id, providerId: 'credential' }
  const account = await db.account.findFirst({ where, select: { password: true } })
  const hash = account?.password
  const isRight = hash ? await (await auth.$context).password.verify({ hash, password }) : false
  if (!isRight) fail('wrong_credentials')
}
