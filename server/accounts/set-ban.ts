import { recordAudit } from '@/server/audit/record'
import { announceChange } from '@/server/cache/announce-change'
import { tags } from '@/server/cache/tags'
import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { dropSockets } from '@/server/realtime/drop-sockets'
import { keepAnOperator } from './keep-an-operator'
import { announcePeople } from './kept-sessions'
import { requireRole } from './require-role'
import type { Viewer } from './viewer'

interface Ban {
  personId: string
  isBanned: boolean
}

/**
 * Closes an account, or opens it again. Closing ends every session and socket of the person, in all processes; what they made
 * stays. Safe to repeat.
 *
 * @throws {HouseError} not_signed_in, account_needed, forbidden (lesser roles; operators cannot close their own), not_found, last_operator
 *   when two close each other's at once
 */
export async function setBan({ personId, isBanned }: Ban, viewer: Viewer | null): Promise<void> {
  const operator = requireRole(viewer, 'OPERATOR')
  if (isBanned && personId === operator.id) fail('forbidden')
  await db.$transaction(async (tx) => {
    const person = await tx.person.findUnique({ where: { id: personId }, select: { bannedAt: true, role: true } })
    if (!person) return fail('not_found')
    if (isBanned && person.role === 'OPERATOR') await keepAnOperator(tx, personId)
    if (isBanned) await tx.session.deleteMany({ where: { personId } })
    await announcePeople(tx, [personId])
    if (isBanned === (person.bannedAt !== null)) return
    const data = { bannedAt: isBanned ? new Date() : null, version: { increment: 1 } }
    await tx.person.update({ where: { id: personId }, data })
    const action = isBanned ? 'person.banned' : 'person.ban-lifted'
    await announceChange(tx, [tags.person(personId)], { isGone: isBanned })
    await recordAudit(tx, { actorId: operator.id, action, subjectType: 'person', subjectId: personId })
  })
  if (isBanned) await dropSockets(personId)
}
