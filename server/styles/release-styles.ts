import type { Prisma } from '@/generated/prisma/client'
import type { Database } from '@/server/platform/db'

const unfinished = { status: { in: ['QUEUED', 'PAINTING'] } } satisfies Prisma.PortraitOrderWhereInput

/**
 * Lets go of styles whose work is gone: of the picture once no accepted order has to learn from it any more, of the row once nothing
 * names it. Returns the files that may be unused now.
 * @param among looks at these alone
 */
export async function releaseStyles(tx: Database, among: Prisma.StyleWhereInput = {}): Promise<string[]> {
  const gone = { AND: [among, { artworkId: null, position: null }] }
  const free = await tx.style.findMany({
    where: {
      ...gone,
      pictureSha256: { not: null },
      orders: { none: unfinished },
      blendedInto: { none: unfinished },
    },
    select: { id: true, pictureSha256: true },
  })
  await tx.style.updateMany({ where: { id: { in: free.map(({ id }) => id) } }, data: { pictureSha256: null } })
  await tx.style.deleteMany({
    where: { ...gone, pictureSha256: null, orders: { none: {} }, blendedInto: { none: {} }, artworks: { none: {} } },
  })
  return free.flatMap(({ pictureSha256 }) => pictureSha256 ?? [])
}
