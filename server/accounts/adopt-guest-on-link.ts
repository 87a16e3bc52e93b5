import { db } from '@/server/platform/db'
import { dropSockets } from '@/server/realtime/drop-sockets'
import { adoptGuest } from './adopt-guest'
import { announcePeople } from './kept-sessions'

interface Link {
  anonymousUser: { user: { id: string } }
  newUser: { user: { id: string } & Record<string, unknown> }
}

/** Runs when somebody who was a guest a moment ago signs up or in. */
export async function adoptGuestOnLink({ anonymousUser, newUser }: Link): Promise<void> {
  if (anonymousUser.user.id === newUser.user.id) return
  const guestId = anonymousUser.user.id
  await db.$transaction(async (tx) => {
    await adoptGuest(guestId, newUser.user.id, tx)
    await announcePeople(tx, [guestId])
  })
  await dropSockets(guestId)
}
