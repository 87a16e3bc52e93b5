import { z } from 'zod'
import { bilingualSchema, idSchema, slugSchema } from './common'
import { reportSubjectKindSchema } from './reports'

/** What a notice says: its kind, and what the sentence of that kind needs (lib/i18n/notice-words.ts). */
export const noticeContentSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('submission-decided'),
    decision: z.enum(['ACCEPTED', 'DECLINED', 'CHANGES_ASKED']),
    work: bilingualSchema,
    exhibition: z.strictObject({ slug: slugSchema, title: bilingualSchema }),
    note: z.string(),
  }),
  /** To whom it belongs: hidden at once, hidden for good, or shown again. */
  z.strictObject({
    kind: z.literal('moderated'),
    what: z.enum(['hidden', 'upheld', 'shown']),
    subjectKind: reportSubjectKindSchema,
    title: bilingualSchema,
    note: z.string(),
  }),
  z.strictObject({ kind: z.literal('portrait-done'), orderId: idSchema }),
  z.strictObject({
    kind: z.literal('exhibition-opened'),
    exhibition: z.strictObject({ slug: slugSchema, title: bilingualSchema }),
    /** A work of the one who reads it hangs there. */
    isArtist: z.boolean(),
  }),
  /** To those who follow the artist: of works that are seen by everybody for the first time. */
  z.strictObject({
    kind: z.literal('artist-showed'),
    artist: z.strictObject({ id: idSchema, name: z.string(), hasPage: z.boolean() }),
    /** The newest of them. */
    work: z.strictObject({ id: idSchema, title: bilingualSchema }),
    count: z.int().positive(),
  }),
  /** To those who follow it, some days before. */
  z.strictObject({
    kind: z.literal('exhibition-closing'),
    exhibition: z.strictObject({ slug: slugSchema, title: bilingualSchema }),
    closesAt: z.iso.datetime(),
  }),
  /** To those who reported it. */
  z.strictObject({ kind: z.literal('report-decided'), isUpheld: z.boolean(), title: bilingualSchema }),
])
export type NoticeContent = z.infer<typeof noticeContentSchema>

export const noticeViewSchema = z.strictObject({
  id: idSchema,
  content: noticeContentSchema,
  isRead: z.boolean(),
  createdAt: z.iso.datetime(),
})
export type NoticeView = z.infer<typeof noticeViewSchema>

/** What somebody wants to be told, and how. */
export const noticeWishesSchema = z.strictObject({
  /** Notices that stay unread go by mail as well, where the house has a mail server. */
  wantsMail: z.boolean(),
  wantsOpenings: z.boolean(),
})
export type NoticeWishes = z.infer<typeof noticeWishesSchema>

export const noticesQuerySchema = z.strictObject({ cursor: idSchema.optional() })
export const noticesPageSchema = z.strictObject({
  notices: z.array(noticeViewSchema),
  nextCursor: idSchema.nullable(),
  unread: z.int().nonnegative(),
})
export type NoticesPage = z.infer<typeof noticesPageSchema>
