import { isOpenNow } from '@/server/exhibitions/is-open-now'
import { db } from '@/server/platform/db'
import { announceNotices } from './announce-notices'
import { tellFollowers } from './tell-followers'

/** So long before it closes. */
const AHEAD_MS = 3 * 86_400_000
/** What is open for less than that from its opening on closes soon from the start, and nobody needs to be told. */
const SHORTEST_MS = 2 * AHEAD_MS

/**
 * Tells those who follow an exhibition that it closes within three days; again where its closing time was moved since.
 *
 * @returns how many exhibitions
 */
export async function tellClosings(now = new Date()): Promise<number> {
  const soon = new Date(now.getTime() + AHEAD_MS)
  const exhibitions = await db.exhibition.findMany({
    where: { AND: [{ kind: 'EXHIBITION', followerCount: { gt: 0 }, closesAt: { lt: soon } }, isOpenNow(now)] },
    select: { id: true, slug: true, titleEn: true, titleZh: true, opensAt: true, closesAt: true, closingToldFor: true },
  })
  let count = 0
  for (const { id, slug, titleEn, titleZh, opensAt, closesAt, closingToldFor } of exhibitions) {
    if (!closesAt || closingToldFor?.getTime() === closesAt.getTime()) continue
    if (opensAt && closesAt.getTime() - opensAt.getTime() < SHORTEST_MS) continue
    const exhibition = { slug, title: { en: titleEn, zh: titleZh } }
    const told = await db.$transaction(async (tx) => {
      const marked = await tx.exhibition.updateMany({
        where: { id, closesAt, closingToldFor },
        data: { closingToldFor: closesAt },
      })
      if (marked.count === 0) return []
      const content = { kind: 'exhibition-closing' as const, exhibition, closesAt: closesAt.toISOString() }
      return tellFollowers(tx, { exhibitionId: id }, content)
    })
    await announceNotices(told)
    count++
  }
  return count
}
