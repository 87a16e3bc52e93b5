import type { OwnWork } from '@/lib/contracts/artists'
import { requireAccount } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { announceWorks } from '@/server/artworks/announce-works'
import { recordAudit } from '@/server/audit/record'
import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { readOwnWork } from './own-works'

/**
 * Shows one's own work to everybody, or takes it back. Safe to repeat.
 *
 * @throws {HouseError} not_signed_in, account_needed, not_found, work_hidden by moderation, work_hangs for one that cannot be private while it hangs
 */
export async function setShown(artworkId: string, isShown: boolean, viewer: Viewer | null): Promise<OwnWork> {
  const { id: ownerId } = requireAccount(viewer)
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Artwork" WHERE "id" = ${artworkId} FOR UPDATE`
    const work = await tx.artwork.findFirst({
      where: { id: artworkId, ownerId },
      select: { visibility: true, hiddenAt: true, hangings: { select: { id: true }, take: 1 } },
    })
    if (!work) return fail('not_found')
    if (work.hiddenAt) fail('work_hidden')
    if (!isShown && work.hangings.length > 0) fail('work_hangs')
    if (isShown === (work.visibility === 'PUBLIC')) return
    await tx.artwork.update({ where: { id: artworkId }, data: { visibility: isShown ? 'PUBLIC' : 'PRIVATE' } })
    const action = isShown ? 'artwork.shown' : 'artwork.taken-back'
    await recordAudit(tx, { actorId: ownerId, action, subjectType: 'artwork', subjectId: artworkId })
    await announceWorks(tx, [artworkId], { isGone: !isShown })
  })
  return readOwnWork(artworkId, viewer)
}
