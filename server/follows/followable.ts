import { idSchema, slugSchema } from '@/lib/contracts/common'
import { isOpenNow } from '@/server/exhibitions/is-open-now'
import type { Database } from '@/server/platform/db'

/** An artist by id, or an exhibition by slug, as people name them in addresses. */
export type Followable = { artistId: string } | { slug: string }

/** What is followed, as a row of Follow names it. */
export type FollowedThing = { artistId: string } | { exhibitionId: string }

interface Found {
  thing: FollowedThing
  followerCount: number
}

const select = { id: true, followerCount: true } as const

/**
 * An artist whose page is open, or an exhibition that is open or announced: what everybody may know of. With `isHidden`, also what cannot be
 * seen at present, so that one can let go of it. Null for all else; any text may be given.
 */
export async function findFollowable(
  what: Followable,
  { isHidden }: { isHidden: boolean },
  tx: Pick<Database, 'person' | 'exhibition'>,
): Promise<Found | null> {
  if ('artistId' in what) {
    if (!idSchema.safeParse(what.artistId).success) return null
    const isOpen = { pageOpenedAt: { not: null }, hiddenAt: null, bannedAt: null }
    const where = { id: what.artistId, isAnonymous: false, ...(!isHidden && isOpen) }
    const row = await tx.person.findFirst({ where, select })
    return row && { thing: { artistId: row.id }, followerCount: row.followerCount }
  }
  if (!slugSchema.safeParse(what.slug).success) return null
  const now = new Date()
  const isKnown = { OR: [isOpenNow(now), { status: 'SCHEDULED' as const, opensAt: { gt: now } }] }
  const where = { slug: what.slug, kind: 'EXHIBITION' as const, ...(!isHidden && isKnown) }
  const row = await tx.exhibition.findFirst({ where, select })
  return row && { thing: { exhibitionId: row.id }, followerCount: row.followerCount }
}
