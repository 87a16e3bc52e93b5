import type { CommentView } from '@/lib/contracts/comments'
import { requireAccount } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { announceChange } from '@/server/cache/announce-change'
import { tags } from '@/server/cache/tags'
import { requireFeature } from '@/server/house/require-feature'
import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { commentSelect, commentView } from './list-comments'

interface Words {
  artworkId: string
  text: string
}

/**
 * Writes something under a public work, for all to read.
 *
 * @throws {HouseError} not_signed_in, account_needed, not_found, comments_closed, comments_off
 */
export async function addComment({ artworkId, text }: Words, viewer: Viewer | null): Promise<CommentView> {
  const { id: personId } = requireAccount(viewer)
  await requireFeature('comments')
  return db.$transaction(async (tx) => {
    const where = { id: artworkId, visibility: 'PUBLIC' as const }
    const artwork = await tx.artwork.findFirst({ where, select: { takesComments: true } })
    if (!artwork) return fail('not_found')
    if (!artwork.takesComments) fail('comments_closed')
    const row = await tx.comment.create({ data: { artworkId, personId, text }, select: commentSelect })
    await announceChange(tx, [tags.comments(artworkId)])
    return commentView(row)
  })
}

/** One's own words are taken back for good. Throws not_signed_in, account_needed, not_found. */
export async function deleteComment(commentId: string, viewer: Viewer | null): Promise<void> {
  const { id: personId } = requireAccount(viewer)
  await db.$transaction(async (tx) => {
    const comment = await tx.comment.findFirst({ where: { id: commentId, personId }, select: { artworkId: true } })
    if (!comment) return fail('not_found')
    await tx.comment.delete({ where: { id: commentId } })
    await announceChange(tx, [tags.comments(comment.artworkId)], { isGone: true })
  })
}
