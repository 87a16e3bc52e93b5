import type { CollectionView } from '@/lib/contracts/collections'
import { requireAccount } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { collectionSelect, collectionView } from './collection-view'

/** One's own collection. Throws not_signed_in, account_needed, not_found. */
export async function readCollection(id: string, viewer: Viewer | null): Promise<CollectionView> {
  const { id: ownerId } = requireAccount(viewer)
  const row = await db.collection.findFirst({ where: { id, ownerId }, select: collectionSelect(ownerId) })
  return row ? collectionView(row) : fail('not_found')
}
