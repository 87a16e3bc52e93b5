import { randomBytes } from 'node:crypto'
import { db } from '@/server/platform/db'
import { HouseError } from '@/server/platform/errors'
import { makeFirstOperator } from './make-operator'

export interface OperatorCredentials {
  email: string
  password: string
}

/** The first operator, with a password that is shown once and kept nowhere but as a hash; null when there is an operator already. */
export async function createOperator(email: string): Promise<OperatorCredentials | null> {
  const password = randomBytes(15).toString('base64url')
  try {
    await db.$transaction((tx) => makeFirstOperator(tx, { name: 'Operator', email, password }))
  } catch (thrown) {
    if (thrown instanceof HouseError && thrown.code === 'already_set_up') return null
    throw thrown
  }
  return { email, password }
}
