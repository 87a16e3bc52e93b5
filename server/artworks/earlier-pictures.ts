import type { Prisma } from '@/generated/prisma/client'
import type { DepotEntry } from '@/lib/contracts/depot'
import { requireAccount } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { db } from '@/server/platform/db'
import { pictureSelect, pictureView } from '@/server/storage/picture-view'
import { mayEdit } from './may-edit'

/** Earlier pictures that are shown. */
const MOST_EARLIER = 20

export const earlierColumn = {
  select: {
    id: true,
    replacedAt: true,
    replacedBy: { select: { name: true } },
    picture: { select: pictureSelect },
  },
  orderBy: { replacedAt: 'desc' },
  take: MOST_EARLIER,
} as const satisfies Prisma.Artwork$earlierArgs

type Row = Prisma.EarlierPictureGetPayload<{ select: typeof earlierColumn.select }>

export function earlierPicture({ id, picture, replacedAt, replacedBy }: Row): DepotEntry['earlier'][number] {
  return {
    id,
    picture: pictureView(picture, 'PRIVATE'),
    replacedAt: replacedAt.toISOString(),
    replacedBy: replacedBy?.name ?? null,
  }
}

/** Pictures that a work had before, the latest first; none for a work that this person may not change. Throws not_signed_in, account_needed. */
export async function listEarlierPictures(artworkId: string, viewer: Viewer | null): Promise<DepotEntry['earlier']> {
  const where = { AND: [{ id: artworkId }, mayEdit(requireAccount(viewer))] }
  const work = await db.artwork.findFirst({ where, select: { earlier: earlierColumn } })
  return work?.earlier.map(earlierPicture) ?? []
}
