import { APIError } from 'better-auth/api'
import { db } from '@/server/platform/db'

/** Runs before any session is made: nobody whom the house has banned gets one. */
export async function refuseBanned({ userId }: { userId: string }): Promise<void> {
  if (await db.person.findFirst({ where: { id: userId, bannedAt: { not: null } }, select: { id: true } })) {
    throw new APIError('FORBIDDEN', { code: 'ACCOUNT_CLOSED', message: 'banned' })
  }
}
