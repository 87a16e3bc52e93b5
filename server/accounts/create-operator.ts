import { randomBytes } from 'node:crypto'
import { recordAudit } from '@/server/audit/record'
import { db } from '@/server/platform/db'
import { auth } from './auth'

export interface OperatorCredentials {
  email: string
  password: string
}

/** The first operator, with a password that is shown once and kept nowhere but as a hash; null when there is an operator already. */
export async function createOperator(email: string): Promise<OperatorCredentials | null> {
  if (await db.person.findFirst({ where: { role: 'OPERATOR' }, select: { id: true } })) return null
  const password = randomBytes(15).toString('base64url')
  const { user } = await auth.api.signUpEmail({ body: { name: 'Operator', email, password } })
  await db.$transaction(async (tx) => {
    await tx.person.update({ where: { id: user.id }, data: { role: 'OPERATOR' } })
    // Signing up opens a session; nobody holds its cookie.
    await tx.session.deleteMany({ where: { personId: user.id } })
    await recordAudit(tx, { actorId: user.id, action: 'operator.created', subjectType: 'person', subjectId: user.id })
  })
  return { email, password }
}
