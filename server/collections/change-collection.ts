import type { ChangeCollectionBody, CollectionView, MakeCollectionBody } from '@/lib/contracts/collections'
import { lockPerson } from '@/server/accounts/lock-person'
import { requireAccount } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { announceChange } from '@/server/cache/announce-change'
import { tags } from '@/server/cache/tags'
import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { readCollection } from './read-collection'
import { putEntry } from './set-entry'

/** Series and collections of one person. */
export const MOST_COLLECTIONS = 200

/**
 * Begins a series or collection, empty or with a work.
 *
 * @throws {HouseError} not_signed_in, account_needed, conflict for one too many, not_found for a work that this person cannot see, or that is not their own in a series
 */
export async function makeCollection(
  { kind, title, artworkId }: MakeCollectionBody,
  viewer: Viewer | null,
): Promise<CollectionView> {
  const { id: ownerId } = requireAccount(viewer)
  const id = await db.$transaction(async (tx) => {
    await lockPerson(ownerId, tx)
    if ((await tx.collection.count({ where: { ownerId } })) >= MOST_COLLECTIONS) fail('conflict')
    const made = await tx.collection.create({ data: { ownerId, kind, title }, select: { id: true } })
    if (artworkId !== undefined) await putEntry({ collectionId: made.id, artworkId, ownerId }, tx)
    return made.id
  })
  return readCollection(id, viewer)
}

/** Throws not_signed_in, account_needed, not_found. */
export async function changeCollection(
  id: string,
  changes: ChangeCollectionBody,
  viewer: Viewer | null,
): Promise<CollectionView> {
  const { id: ownerId } = requireAccount(viewer)
  await db.$transaction(async (tx) => {
    const written = await tx.collection.updateMany({ where: { id, ownerId }, data: changes })
    if (written.count === 0) fail('not_found')
    await announceChange(tx, [tags.person(ownerId)], { isGone: changes.isPublic === false })
  })
  return readCollection(id, viewer)
}

/** The works themselves stay. Throws not_signed_in, account_needed, not_found. */
export async function deleteCollection(id: string, viewer: Viewer | null): Promise<void> {
  const { id: ownerId } = requireAccount(viewer)
  await db.$transaction(async (tx) => {
    const removed = await tx.collection.deleteMany({ where: { id, ownerId } })
    if (removed.count === 0) fail('not_found')
    await announceChange(tx, [tags.person(ownerId)], { isGone: true })
  })
}
