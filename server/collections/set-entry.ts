import { requireAccount } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { announceChange } from '@/server/cache/announce-change'
import { tags } from '@/server/cache/tags'
import { db, type Transaction } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { MOST_ENTRIES } from './collection-view'

interface Entry {
  collectionId: string
  artworkId: string
}

/**
 * Puts a work into one's own collection, or changes the note on it; into a series go one's own works alone. Only a reference is kept. Safe to repeat.
 *
 * @throws {HouseError} not_signed_in, account_needed, not_found for a collection of others or a work that this person cannot see, conflict
 *   for one work too many
 */
export async function setEntry({ collectionId, artworkId, note }: Entry & { note?: string }, viewer: Viewer | null) {
  const { id: ownerId } = requireAccount(viewer)
  await db.$transaction(async (tx) => {
    await putEntry({ collectionId, artworkId, note, ownerId }, tx)
    await announceChange(tx, [tags.person(ownerId)])
  })
}

/** @throws {HouseError} as setEntry */
export async function putEntry(entry: Entry & { note?: string; ownerId: string }, tx: Transaction): Promise<void> {
  const { collectionId, artworkId, note, ownerId } = entry
  await tx.$queryRaw`SELECT 1 FROM "Collection" WHERE "id" = ${collectionId} FOR UPDATE`
  const collection = await tx.collection.findFirst({
    where: { id: collectionId, ownerId },
    select: { kind: true, _count: { select: { entries: true } } },
  })
  if (!collection) return fail('not_found')
  const isOwn = { ownerId }
  const mayGo = collection.kind === 'SERIES' ? isOwn : { OR: [{ visibility: 'PUBLIC' as const }, isOwn] }
  if ((await tx.artwork.count({ where: { id: artworkId, ...mayGo } })) === 0) fail('not_found')
  const where = { collectionId_artworkId: { collectionId, artworkId } }
  const isThere = (await tx.collectionEntry.count({ where: { collectionId, artworkId } })) > 0
  if (!isThere && collection._count.entries >= MOST_ENTRIES) fail('conflict')
  await tx.collectionEntry.upsert({ where, create: { collectionId, artworkId, note: note ?? '' }, update: { note } })
}

/** Takes a work out; safe to repeat. Throws not_signed_in, account_needed, not_found for a collection of others. */
export async function removeEntry({ collectionId, artworkId }: Entry, viewer: Viewer | null) {
  const { id: ownerId } = requireAccount(viewer)
  await db.$transaction(async (tx) => {
    if ((await tx.collection.count({ where: { id: collectionId, ownerId } })) === 0) fail('not_found')
    await tx.collectionEntry.deleteMany({ where: { collectionId, artworkId } })
    await announceChange(tx, [tags.person(ownerId)], { isGone: true })
  })
}
