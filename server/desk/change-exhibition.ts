import type { DeskExhibition, ExhibitionChange, ExhibitionFields } from '@/lib/contracts/desk'
import type { Viewer } from '@/server/accounts/viewer'
import { tags } from '@/server/cache/tags'
import { presentStatus } from '@/server/exhibitions/exhibition-card'
import { db, type Transaction } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { holdExhibition } from './hold-exhibition'
import { noteChange } from './note-change'
import { exhibitionFields, readDeskExhibition } from './read-exhibition'
import { requireDeskAction } from './require-desk-action'

const hours = ['opensAt', 'closesAt'] as const

/**
 * Changes texts, hours, cover and the rest of an exhibition's own fields. Each field is compared with what its curator saw: two curators
 * who change different ones both get their way; of two who change the same one, the second reads `conflict` with its name, and nothing
 * of that change is made.
 *
 * @throws {HouseError} as requireDeskAction; conflict, slug_taken, hours_wrong; invalid_request for an address that is no longer a draft's
 */
export async function changeExhibition(
  { id, from, to }: { id: string } & ExhibitionChange,
  viewer: Viewer | null,
): Promise<DeskExhibition> {
  await db.$transaction((tx) => change(id, { from, to }, viewer, tx))
  return readDeskExhibition(id, viewer)
}

async function change(id: string, { from, to }: ExhibitionChange, viewer: Viewer | null, tx: Transaction) {
  const { curator } = await holdExhibition(id, 'edit', viewer, tx)
  const row = await tx.exhibition.findUniqueOrThrow({ where: { id } })
  const present = exhibitionFields(row)
  const names = Object.keys(to) as (keyof ExhibitionFields)[]
  const changed = names.filter((name) => present[name] !== to[name])
  if (changed.length === 0) return
  const lost = changed.filter((name) => present[name] !== from[name])
  if (lost.length > 0) fail('conflict', { fields: Object.fromEntries(lost.map((name) => [name, 'changed'])) })
  const status = presentStatus(row, new Date())
  checkHours({ ...present, ...to }, status)
  if (status !== 'DRAFT') {
    if (changed.some((name) => hours.some((hour) => hour === name))) {
      await requireDeskAction(id, 'publish', viewer, tx)
    }
    if (changed.includes('slug')) fail('invalid_request', { fields: { slug: 'fixed' } })
  }
  if (to.slug !== undefined && (await isTaken(to.slug, id, tx))) fail('slug_taken', { fields: { slug: 'taken' } })
  const data = Object.fromEntries(changed.map((name) => [name, to[name]]))
  await tx.exhibition.update({ where: { id }, data: { ...data, version: { increment: 1 } } })
  const detail = { fields: changed }
  await noteChange({ exhibitionId: id, actorId: curator.id, what: 'changed', detail, also: [tags.exhibitions] }, tx)
}

async function isTaken(slug: string, id: string, tx: Transaction) {
  return (await tx.exhibition.count({ where: { slug, NOT: { id } } })) > 0
}

/** It opens before it closes; what is announced opens in the future, and what is open closes there. */
function checkHours({ opensAt, closesAt }: ExhibitionFields, status: DeskExhibition['status']) {
  const now = new Date().toISOString()
  const isWrong =
    (status === 'SCHEDULED' && (opensAt === null || opensAt <= now)) ||
    (closesAt !== null && opensAt !== null && closesAt <= opensAt) ||
    (status === 'OPEN' && closesAt !== null && closesAt <= now)
  if (isWrong) fail('hours_wrong')
}
