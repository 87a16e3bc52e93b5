import { db } from '@/server/platform/db'

/** Everything that the person was told so far counts as read; safe to repeat. */
export async function markRead(personId: string): Promise<void> {
  await db.notice.updateMany({ where: { personId, readAt: null }, data: { readAt: new Date() } })
}

/** The person has seen what the notice is about (`aboutPortrait`). */
export async function markSeen(personId: string, about: string): Promise<void> {
  await db.notice.updateMany({ where: { personId, about, readAt: null }, data: { readAt: new Date() } })
}
