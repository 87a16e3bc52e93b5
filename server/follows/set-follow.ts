import type { FollowState } from '@/lib/contracts/follows'
import type { Viewer } from '@/server/accounts/viewer'
import { announceChange } from '@/server/cache/announce-change'
import { tags } from '@/server/cache/tags'
import { db, type Transaction } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { type Followable, type FollowedThing, findFollowable } from './followable'

/**
 * Follows an artist or an exhibition, or lets go; safe to repeat. Who has no account may, too, and takes it along when they get one.
 *
 * @throws {HouseError} not_found for what not everybody may know of (to let go, only for what is gone), forbidden for oneself
 */
export async function setFollow(what: Followable, isFollowing: boolean, viewer: Viewer): Promise<FollowState> {
  if (isFollowing && 'artistId' in what && what.artistId === viewer.id) fail('forbidden')
  return db.$transaction(async (tx) => {
    const { thing } = (await findFollowable(what, { isHidden: !isFollowing }, tx)) ?? fail('not_found')
    // The count's row is locked first: of two at once, and of a deletion, the later one sees what the earlier did.
    await hold(thing, tx)
    const row = { personId: viewer.id, ...thing }
    const { count: changed } = isFollowing
      ? await tx.follow.createMany({ data: row, skipDuplicates: true })
      : await tx.follow.deleteMany({ where: row })
    const count = await addToCount(thing, isFollowing ? changed : -changed, tx)
    return { isFollowing, count }
  })
}

async function hold(thing: FollowedThing, tx: Transaction) {
  const held =
    'artistId' in thing
      ? await tx.$queryRaw<unknown[]>`SELECT 1 FROM "Person" WHERE "id" = ${thing.artistId} FOR NO KEY UPDATE`
      : await tx.$queryRaw<unknown[]>`SELECT 1 FROM "Exhibition" WHERE "id" = ${thing.exhibitionId} FOR NO KEY UPDATE`
  if (held.length === 0) fail('not_found')
}

async function addToCount(thing: FollowedThing, change: number, tx: Transaction): Promise<number> {
  const select = { followerCount: true } as const
  const data = { followerCount: { increment: change } }
  const { followerCount } =
    'artistId' in thing
      ? await tx.person.update({ where: { id: thing.artistId }, data, select })
      : await tx.exhibition.update({ where: { id: thing.exhibitionId }, data, select })
  const id = 'artistId' in thing ? thing.artistId : thing.exhibitionId
  if (change !== 0) await announceChange(tx, [tags.count(id)])
  return followerCount
}
