import type { Label } from '@/lib/contracts/depot'
import type { FinishUploadBody, FinishUploadResponse } from '@/lib/contracts/uploads'
import type { Viewer } from '@/server/accounts/viewer'
import { recordAudit } from '@/server/audit/record'
import type { Transaction } from '@/server/platform/db'
import { addPicture } from '@/server/storage/add-picture'
import { lockFile } from '@/server/storage/keep-file'
import { reserveSpace } from '@/server/storage/reserve-space'
import { type ArrivedPicture, guessSize, titleOfFile } from './arrived-picture'

type Known = Partial<Label> & { kind?: 'IMPORTED'; sourceUrl?: string }
type Wish = Exclude<FinishUploadBody, { as: 'replacement' }>

/**
 * Makes a work of a picture: of the house, in its depot, or one's own, private. Who may is for the caller. The file is locked, so that
 * the same picture brought twice at once makes one work.
 *
 * @throws {HouseError} quota_exceeded for one's own
 */
export async function addWork(
  tx: Transaction,
  { as, keepDuplicate }: Wish,
  arrived: ArrivedPicture,
  person: Viewer,
  /** What is known of it beside its file. */
  known: Known = {},
): Promise<FinishUploadResponse> {
  const { bytes, facts, sourceSha256, fileName } = arrived
  const isOwn = as === 'own'
  const ownerId = isOwn ? person.id : null
  await reserveSpace(tx, ownerId, facts)
  await lockFile(tx, facts.sha256)
  const there = await tx.artwork.findFirst({
    where: {
      ...(isOwn ? { ownerId } : { depotAt: { not: null } }),
      picture: { OR: [{ sourceSha256 }, { fileSha256: facts.sha256 }] },
    },
    orderBy: { createdAt: 'asc' },
    select: { id: true },
  })
  if (there && !keepDuplicate) return { artworkId: there.id, isDuplicate: true }
  const picture = await addPicture(tx, facts, bytes, ownerId, { sourceSha256 })
  const title = titleOfFile(fileName)
  const artist = isOwn ? person.name : ''
  const { id } = await tx.artwork.create({
    data: {
      kind: 'UPLOADED',
      ownerId,
      pictureId: picture.id,
      depotAt: isOwn ? null : new Date(),
      titleEn: title ?? 'Untitled',
      titleZh: title ?? '无题',
      artistEn: artist,
      artistZh: artist,
      year: isOwn ? String(new Date().getFullYear()) : '',
      mediumEn: '',
      mediumZh: '',
      fileName,
      ...guessSize(facts),
      ...known,
    },
    select: { id: true },
  })
  await recordAudit(tx, { actorId: person.id, action: 'artwork.added', subjectType: 'artwork', subjectId: id })
  return { artworkId: id, isDuplicate: false }
}
