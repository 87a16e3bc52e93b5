import type { CuratorRole, DeskExhibition } from '@/lib/contracts/desk'
import type { Viewer } from '@/server/accounts/viewer'
import { db, type Transaction } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { holdExhibition } from './hold-exhibition'
import { noteChange } from './note-change'
import { readDeskExhibition } from './read-exhibition'

interface Appointment {
  id: string
  email: string
  role: CuratorRole
  /** Who worked on it as what when this was decided, where it is said. */
  seen?: Curator[]
}
type Curator = { personId: string; role: CuratorRole }

/**
 * Lets somebody with an account work on an exhibition, or changes as what. They need no role in the house: a guest curator sees this
 * exhibition alone. Whoever names the first one on an exhibition that belonged to all stays its lead.
 *
 * @throws {HouseError} as requireDeskAction; conflict when somebody else named or let go meanwhile; person_unknown; last_lead when nobody would lead it any more
 */
export async function setCurator(
  { id, email, role, seen }: Appointment,
  viewer: Viewer | null,
): Promise<DeskExhibition> {
  await db.$transaction(async (tx) => {
    const { curator } = await holdExhibition(id, 'appoint', viewer, tx)
    const where = { email: email.toLowerCase(), isAnonymous: false, bannedAt: null }
    const person = await tx.person.findFirst({ where, select: { id: true } })
    if (!person) fail('person_unknown', { fields: { email: 'unknown' } })
    const select = { personId: true, role: true } as const
    const present = await tx.exhibitionCurator.findMany({ where: { exhibitionId: id }, select })
    const isSo = present.some((one) => one.personId === person.id && one.role === role)
    if (seen && !isSo && !isSame(seen, present)) fail('conflict')
    const isFirst = present.length === 0
    const lead = { exhibitionId: id, personId: curator.id, role: 'LEAD' as const }
    if (isFirst) await tx.exhibitionCurator.create({ data: lead })
    const key = { exhibitionId: id, personId: person.id }
    await tx.exhibitionCurator.upsert({
      where: { exhibitionId_personId: key },
      create: { ...key, role },
      update: { role },
    })
    await keepLead(id, tx)
    const detail = { personId: person.id, role }
    await noteChange({ exhibitionId: id, actorId: curator.id, what: 'curator-set', detail }, tx)
  })
  return readDeskExhibition(id, viewer)
}

function isSame(seen: Curator[], present: Curator[]): boolean {
  const roles = new Map(present.map(({ personId, role }) => [personId, role]))
  return seen.length === present.length && seen.every(({ personId, role }) => roles.get(personId) === role)
}

/** @throws {HouseError} last_lead */
export async function keepLead(exhibitionId: string, tx: Transaction): Promise<void> {
  if ((await tx.exhibitionCurator.count({ where: { exhibitionId, role: 'LEAD' } })) === 0) fail('last_lead')
}
