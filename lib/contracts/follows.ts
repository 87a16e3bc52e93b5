import { z } from 'zod'
import { bilingualSchema, idSchema, slugSchema } from './common'
import { exhibitionStatusSchema } from './exhibitions'
import { pictureViewSchema } from './pictures'

/** Whether the one who asks follows it, and how many do. */
export const followStateSchema = z.strictObject({ isFollowing: z.boolean(), count: z.int().nonnegative() })
export type FollowState = z.infer<typeof followStateSchema>

export const followedSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('artist'),
    id: idSchema,
    artistId: idSchema,
    /** Null while their page is closed. */
    name: z.string().nullable(),
    /** Their newest work that everybody may see, while their page is open. */
    picture: pictureViewSchema.nullable(),
    workCount: z.int().nonnegative(),
    followedAt: z.iso.datetime(),
  }),
  z.strictObject({
    kind: z.literal('exhibition'),
    id: idSchema,
    slug: slugSchema,
    title: bilingualSchema,
    /** As it is now; null for one that cannot be seen at present. */
    status: exhibitionStatusSchema.extract(['SCHEDULED', 'OPEN', 'CLOSED']).nullable(),
    opensAt: z.iso.datetime().nullable(),
    closesAt: z.iso.datetime().nullable(),
    /** While it is open. */
    picture: pictureViewSchema.nullable(),
    followedAt: z.iso.datetime(),
  }),
])
export type Followed = z.infer<typeof followedSchema>

export const followingQuerySchema = z.strictObject({ cursor: idSchema.optional() })
export const followingPageSchema = z.strictObject({
  followed: z.array(followedSchema),
  nextCursor: idSchema.nullable(),
  total: z.int().nonnegative(),
})
export type FollowingPage = z.infer<typeof followingPageSchema>
