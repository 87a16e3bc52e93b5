import { type Role, roles } from '@/lib/contracts/common'
import type { PersonRow } from '@/lib/contracts/people'
import { keepAnOperator } from '@/server/accounts/keep-an-operator'
import { announcePeople } from '@/server/accounts/kept-sessions'
import { requireRole } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { recordAudit } from '@/server/audit/record'
import { announceChange } from '@/server/cache/announce-change'
import { tags } from '@/server/cache/tags'
import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { dropSockets } from '@/server/realtime/drop-sockets'
import { personRow } from './person-row'

interface Wish {
  personId: string
  role: Role
  /** As it was read. */
  version: number
}

/**
 * Gives somebody a role, or takes it: every process knows from the commit on. Whoever loses rights loses the sockets that were opened with
 * them.
 *
 * @throws {HouseError} not_signed_in, account_needed, forbidden, not_found (also for guests), conflict when somebody changed them meanwhile,
 *   last_operator
 */
export async function setRole({ personId, role, version }: Wish, viewer: Viewer | null): Promise<PersonRow> {
  const operator = requireRole(viewer, 'OPERATOR')
  const { row, from } = await db.$transaction(async (tx) => {
    const person = await tx.person.findFirst({ where: { id: personId, isAnonymous: false }, select: { role: true } })
    if (!person) return fail('not_found')
    if (person.role === 'OPERATOR' && role !== 'OPERATOR') await keepAnOperator(tx, personId)
    const { count } = await tx.person.updateMany({
      where: { id: personId, version },
      data: { role, version: { increment: 1 } },
    })
    if (count === 0) fail('conflict')
    const subject = { subjectType: 'person' as const, subjectId: personId }
    const detail = { from: person.role, to: role }
    await recordAudit(tx, { actorId: operator.id, action: 'person.role-set', ...subject, detail })
    await announcePeople(tx, [personId])
    await announceChange(tx, [tags.house])
    return { row: await personRow(personId, tx), from: person.role }
  })
  if (roles.indexOf(role) < roles.indexOf(from)) await dropSockets(personId)
  return row
}
