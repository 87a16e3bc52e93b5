import { z } from 'zod'
import { signUpBodySchema } from './accounts'
import { bilingualSchema, idSchema } from './common'
import { quotaSchema } from './people'

/** What operators switch on and off for everybody. */
export const features = ['signUp', 'comments', 'submissions', 'hd'] as const
export type Feature = (typeof features)[number]
export const featuresSchema = z.strictObject({
  /** New accounts. */
  signUp: z.boolean(),
  /** Writing under works. */
  comments: z.boolean(),
  /** Offering works to exhibitions. */
  submissions: z.boolean(),
  /** The largest paintings. */
  hd: z.boolean(),
})
export type Features = z.infer<typeof featuresSchema>

const nameSchema = z.string().trim().max(60)
export const houseViewSchema = z.strictObject({
  /** Empty for `Vernissage`. */
  name: bilingualSchema,
  features: featuresSchema,
  /** MiB of one person's; null for no limit. */
  quotaMiB: quotaSchema.nullable(),
  version: z.int(),
})
export type HouseView = z.infer<typeof houseViewSchema>

export const houseChangesSchema = z.strictObject({
  name: z.strictObject({ en: nameSchema, zh: nameSchema }).optional(),
  features: featuresSchema.partial().optional(),
  quotaMiB: quotaSchema.nullable().optional(),
})
export type HouseChanges = z.infer<typeof houseChangesSchema>
/** `version`: as it was read. */
export const changeHouseBodySchema = z.strictObject({ version: z.int(), changes: houseChangesSchema })
export type ChangeHouseBody = z.infer<typeof changeHouseBodySchema>

/** What a fresh house is told once. */
export const setUpBodySchema = z.strictObject({
  /** As the house's log shows it. */
  token: z.string().min(1).max(200),
  houseName: z.strictObject({ en: nameSchema, zh: nameSchema }),
  isSignUpOpen: z.boolean(),
  ...signUpBodySchema.shape,
})
export type SetUpBody = z.infer<typeof setUpBodySchema>

const lineSchema = z.string().trim().min(1).max(240)
const announcementShape = {
  text: z.strictObject({ en: lineSchema, zh: lineSchema }),
  startsAt: z.iso.datetime(),
  /** Null: until it is taken down. */
  endsAt: z.iso.datetime().nullable(),
}
const endsAfterStart = ({ startsAt, endsAt }: { startsAt: string; endsAt: string | null }) =>
  endsAt === null || Date.parse(endsAt) > Date.parse(startsAt)
const late = { path: ['endsAt'], message: 'before it begins' }
export const addAnnouncementBodySchema = z.strictObject(announcementShape).refine(endsAfterStart, late)
export type AddAnnouncementBody = z.infer<typeof addAnnouncementBodySchema>
/** `version`: as it was read. */
export const changeAnnouncementBodySchema = z
  .strictObject({ ...announcementShape, version: z.int() })
  .refine(endsAfterStart, late)
export type ChangeAnnouncementBody = z.infer<typeof changeAnnouncementBodySchema>

export const announcementViewSchema = z.strictObject({
  id: idSchema,
  text: bilingualSchema,
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime().nullable(),
  version: z.int(),
})
export type AnnouncementView = z.infer<typeof announcementViewSchema>

export const announcementsQuerySchema = z.strictObject({ cursor: z.string().max(100).optional() })
export const announcementsPageSchema = z.strictObject({
  announcements: z.array(announcementViewSchema),
  nextCursor: z.string().nullable(),
})
export type AnnouncementsPage = z.infer<typeof announcementsPageSchema>
