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
}

/**
 * Lets somebody with an account work on an exhibition, or changes as what. They need no role in the house: a guest curator sees this
 * exhibition alone. Whoever names the first one on an exhibition that belonged to all stays its lead.
 *
 * @throws {HouseError} as requireDeskAction; person_unknown; last_lead when nobody would lead it any more
 */
export async function setCurator({ id, email, role }: Appointment, viewer: Viewer | null): Promise<DeskExhibition> {
  await db.$transaction(async (tx) => {
    const { curator } = await holdExhibition(id, 'appoint', viewer, tx)
    const where = { email: email.toLowerCase(), isAnonymous: false, bannedAt: null }
    const person = await tx.person.findFirst({ where, select: { id: true } })
    if (!person) fail('person_unknown', { fields: { email: 'unknown' } })
    const isFirst = (await tx.exhibitionCurator.count({ where: { exhibitionId: id } })) === 0
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

/** @throws {HouseError} last_lead */
export async function keepLead(exhibitionId: string, tx: Transaction): Promise<void> {
  if ((await tx.exhibitionCurator.count({ where: { exhibitionId, role: 'LEAD' } })) === 0) fail('last_lead')
}
