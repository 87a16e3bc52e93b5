import type { FinishUploadResponse } from '@/lib/contracts/uploads'
import type { Viewer } from '@/server/accounts/viewer'
import { recordAudit } from '@/server/audit/record'
import type { Transaction } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { addPicture } from '@/server/storage/add-picture'
import { reserveSpace } from '@/server/storage/reserve-space'
import { announceWorks } from './announce-works'
import type { ArrivedPicture } from './arrived-picture'
import { mayEdit } from './may-edit'

interface Wish {
  artworkId: string
  /** As it was read. */
  version: number
}

/**
 * Gives a work another picture; the one before is kept. A manner that was learned from it is learned anew.
 *
 * @throws {HouseError} not_found for a work that this person may not change, conflict when it was changed meanwhile,
 *   quota_exceeded of its owner
 */
export async function replacePicture(
  tx: Transaction,
  { artworkId, version }: Wish,
  { bytes, facts, sourceSha256 }: ArrivedPicture,
  person: Viewer,
): Promise<FinishUploadResponse> {
  const work = await findEditable(tx, artworkId, person)
  await reserveSpace(tx, work.ownerId, facts)
  const picture = await addPicture(tx, facts, bytes, work.ownerId, { sourceSha256 })
  await swapPicture(tx, { artworkId, version, from: work.pictureId, to: picture.id }, person)
  return { artworkId, isDuplicate: false }
}

/** Paintings are what the painter made of an order: nobody replaces them. Throws not_found. */
export async function findEditable(tx: Transaction, artworkId: string, person: Viewer) {
  const work = await tx.artwork.findFirst({
    where: { AND: [{ id: artworkId, order: null }, mayEdit(person)] },
    select: { ownerId: true, pictureId: true },
  })
  return work ?? fail('not_found')
}

interface Swap extends Wish {
  from: string
  to: string
}

/** Throws conflict. */
export async function swapPicture(tx: Transaction, { artworkId, version, from, to }: Swap, person: Viewer) {
  const written = await tx.artwork.updateMany({
    where: { id: artworkId, version, pictureId: from },
    data: { pictureId: to, version: { increment: 1 } },
  })
  if (written.count === 0) fail('conflict')
  const { fileSha256 } = await tx.picture.findUniqueOrThrow({ where: { id: to }, select: { fileSha256: true } })
  const unlearned = { code: null, broadCode: null, target: null, codeLength: null, modelName: null, modelVersion: null }
  await tx.style.updateMany({ where: { artworkId }, data: { ...unlearned, pictureSha256: fileSha256 } })
  await tx.earlierPicture.create({ data: { artworkId, pictureId: from, replacedById: person.id } })
  const subject = { subjectType: 'artwork' as const, subjectId: artworkId }
  const detail = { from, to }
  await recordAudit(tx, { actorId: person.id, action: 'artwork.picture-replaced', ...subject, detail })
  await announceWorks(tx, [artworkId])
}
