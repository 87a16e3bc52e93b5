import { db } from '@/server/platform/db'

/** Removes a guest who was made for a request that was then refused: they have nothing yet, and nobody holds their cookie. */
export async function dismissGuest(guestId: string): Promise<void> {
  await db.person.deleteMany({ where: { id: guestId, isAnonymous: true } })
}
