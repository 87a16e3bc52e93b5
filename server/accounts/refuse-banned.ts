import { APIError } from 'better-auth/api'
import { db } from '@/server/platform/db'

interface Making {
  path?: string
}

/** Runs before any session is made: nobody whom the house has banned gets one. */
export async function refuseBanned({ userId }: { userId: string }, making: Making | null): Promise<void> {
  // A guest is made together with their first session: nobody can have banned them before.
  if (making?.path === '/sign-in/anonymous') return
  if (await db.person.findFirst({ where: { id: userId, bannedAt: { not: null } }, select: { id: true } })) {
    throw new APIError('FORBIDDEN', { code: 'ACCOUNT_CLOSED', message: 'banned' })
  }
}
