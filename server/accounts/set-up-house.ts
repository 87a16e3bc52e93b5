import type { SetUpBody } from '@/lib/contracts/house'
import { takeToken } from '@/server/admission/take-token'
import { recordAudit } from '@/server/audit/record'
import { lockHouse } from '@/server/house/lock-house'
import { db } from '@/server/platform/db'
import { env } from '@/server/platform/env'
import { fail } from '@/server/platform/errors'
import { auth } from './auth'
import { clientAddress } from './client-address'
import { endSession } from './end-session'
import { makeFirstOperator } from './make-operator'
import { readViewer } from './read-viewer'
import { resolveSession } from './resolve-session'
import { isSetUpToken } from './set-up-token'
import type { SignedIn } from './signed-in'

/**
 * A house's first hour: its name, its first operator, and whether others may make accounts. All of it or nothing, and once.
 *
 * @throws {HouseError} set_up_token_wrong, already_set_up, email_taken, too_many_requests
 */
export async function setUpHouse(body: SetUpBody, headers: Headers): Promise<SignedIn> {
  await takeToken('sign-up', clientAddress(headers))
  if (!isSetUpToken(body.token, env.AUTH_SECRET)) fail('set_up_token_wrong')
  const former = await resolveSession(headers)
  const { houseName, isSignUpOpen, name, email, password } = body
  const personId = await db.$transaction(async (tx) => {
    const id = await makeFirstOperator(tx, { name, email, password })
    await lockHouse(tx)
    const data = { nameEn: houseName.en, nameZh: houseName.zh, isSignUpOpen, version: { increment: 1 } }
    await tx.house.update({ where: { id: 1 }, data })
    const subject = { subjectType: 'house' as const, subjectId: '1' }
    await recordAudit(tx, { actorId: id, action: 'house.set-up', ...subject, detail: { isSignUpOpen } })
    return id
  })
  const { headers: answer } = await auth.api.signInEmail({
    body: { email: email.toLowerCase(), password },
    headers,
    returnHeaders: true,
  })
  await endSession(former)
  return { viewer: await readViewer(personId), setCookies: answer.getSetCookie() }
}
