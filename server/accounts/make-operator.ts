import { hashPassword } from 'better-auth/crypto'
import { recordAudit } from '@/server/audit/record'
import { announceChange } from '@/server/cache/announce-change'
import { tags } from '@/server/cache/tags'
import type { Transaction } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'

interface NewOperator {
  name: string
  email: string
  password: string
}

/** Any number that nobody else locks. */
const LOCK = 7_402_419

/**
 * Makes the first operator of a house, in one transaction with whatever else makes it theirs; of many who try at once, one succeeds.
 *
 * @throws {HouseError} already_set_up, email_taken
 */
export async function makeFirstOperator(tx: Transaction, { name, email, password }: NewOperator): Promise<string> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK})`
  if (await tx.person.findFirst({ where: { role: 'OPERATOR' }, select: { id: true } })) fail('already_set_up')
  const address = email.toLowerCase()
  if (await tx.person.findUnique({ where: { email: address }, select: { id: true } })) fail('email_taken')
  const { id } = await tx.person.create({
    data: { name, email: address, role: 'OPERATOR' },
    select: { id: true },
  })
  // As better-auth keeps a sign-in by e-mail and password.
  await tx.account.create({
    data: { accountId: id, providerId: 'credential', personId: id, password: await hashPassword(password) },
  })
  await recordAudit(tx, { actorId: id, action: 'operator.created', subjectType: 'person', subjectId: id })
  await announceChange(tx, [tags.house])
  return id
}
