import { z } from 'zod'
import { idSchema } from './common'

export const commentViewSchema = z.strictObject({
  id: idSchema,
  personId: idSchema,
  name: z.string(),
  /** Of their public page; null where it is not open. */
  artistId: idSchema.nullable(),
  text: z.string(),
  createdAt: z.iso.datetime(),
})
export type CommentView = z.infer<typeof commentViewSchema>

export const commentsQuerySchema = z.strictObject({ cursor: idSchema.optional() })
export const commentsPageSchema = z.strictObject({
  comments: z.array(commentViewSchema),
  nextCursor: idSchema.nullable(),
  /** Whether more may be written. */
  isOpen: z.boolean(),
})
export type CommentsPage = z.infer<typeof commentsPageSchema>

export const addCommentBodySchema = z.strictObject({ text: z.string().trim().min(1).max(1000) })
export const commentSwitchBodySchema = z.strictObject({ isOpen: z.boolean() })
