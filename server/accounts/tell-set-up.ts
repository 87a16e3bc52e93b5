import { db } from '@/server/platform/db'
import { env } from '@/server/platform/env'
import { logger } from '@/server/platform/logger'
import { setUpAddress } from './set-up-token'

/** Where a house without an operator is set up: in its log at every start, until somebody did. Never rejects. */
export async function tellSetUp(): Promise<void> {
  try {
    if (await db.person.findFirst({ where: { role: 'OPERATOR' }, select: { id: true } })) return
    const address = setUpAddress(env.PUBLIC_URL ?? `http://localhost:${env.PORT}`, env.AUTH_SECRET)
    logger.warn(`this house has no operator yet; whoever opens this address sets it up: ${address}`)
  } catch (error) {
    logger.warn({ err: error }, 'whether the house has an operator could not be read')
  }
}
