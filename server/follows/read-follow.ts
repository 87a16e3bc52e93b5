import type { FollowState } from '@/lib/contracts/follows'
import type { Viewer } from '@/server/accounts/viewer'
import { catalogueDb } from '@/server/platform/catalogue-db'
import { fail } from '@/server/platform/errors'
import { type Followable, findFollowable } from './followable'

/** Whether this person follows it, and how many people do. Throws not_found for what not everybody may know of. */
export async function readFollow(what: Followable, viewer: Viewer | null): Promise<FollowState> {
  const found = (await findFollowable(what, { isHidden: false }, catalogueDb)) ?? fail('not_found')
  const isFollowing =
    viewer !== null && (await catalogueDb.follow.count({ where: { personId: viewer.id, ...found.thing } })) > 0
  return { isFollowing, count: found.followerCount }
}
