import { requireAccount } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { findEditable, swapPicture } from './replace-picture'

interface Wish {
  artworkId: string
  earlierId: string
  /** As it was read. */
  version: number
}

/**
 * Brings a picture back that a work had before; the present one takes its place in the history.
 *
 * @throws {HouseError} not_signed_in, account_needed, not_found, conflict when the work was changed meanwhile
 */
export async function restorePicture({ artworkId, earlierId, version }: Wish, viewer: Viewer | null): Promise<void> {
  const person = requireAccount(viewer)
  await db.$transaction(async (tx) => {
    const work = await findEditable(tx, artworkId, person)
    const earlier = await tx.earlierPicture.findFirst({
      where: { id: earlierId, artworkId },
      select: { pictureId: true },
    })
    if (!earlier) return fail('not_found')
    await swapPicture(tx, { artworkId, version, from: work.pictureId, to: earlier.pictureId }, person)
    await tx.earlierPicture.delete({ where: { id: earlierId } })
  })
}
