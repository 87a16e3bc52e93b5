import { z } from 'zod'
import { planSchema } from '@/lib/hanging/plan'
import { artworkViewSchema } from './artworks'
import { bilingualSchema, idSchema, slugSchema } from './common'
import { pictureViewSchema } from './pictures'

export const exhibitionStatusSchema = z.enum(['DRAFT', 'SCHEDULED', 'OPEN', 'CLOSED', 'ARCHIVED'])

export const exhibitionCardSchema = z.strictObject({
  id: idSchema,
  slug: slugSchema,
  kind: z.enum(['EXHIBITION', 'OWN_ROOM']),
  status: exhibitionStatusSchema,
  title: bilingualSchema,
  text: bilingualSchema,
  opensAt: z.iso.datetime().nullable(),
  closesAt: z.iso.datetime().nullable(),
  /** Whether works can be offered now. */
  isOpenCall: z.boolean(),
  /** Until when, and what is called for; null and empty without a call. */
  callClosesAt: z.iso.datetime().nullable().default(null),
  callText: bilingualSchema.default({ en: '', zh: '' }),
  /** Name of the artist whose own room it is. */
  ownerName: z.string().nullable(),
  /** Id of that artist, while their public page is open. */
  artistId: idSchema.nullable().default(null),
  workCount: z.int().nonnegative(),
  /** First work on the wall, for covers. */
  cover: pictureViewSchema.nullable(),
})
export type ExhibitionCard = z.infer<typeof exhibitionCardSchema>

/** `cursor`: id of the last one seen. */
export const exhibitionsQuerySchema = z.strictObject({ cursor: idSchema.optional() })
export const exhibitionsPageSchema = z.strictObject({
  exhibitions: z.array(exhibitionCardSchema),
  nextCursor: idSchema.nullable(),
})
export type ExhibitionsPage = z.infer<typeof exhibitionsPageSchema>

export const hangingViewSchema = z.strictObject({
  id: idSchema,
  /** Id of a wall in the room's plan. */
  wall: z.string(),
  /** Counted from the wall's left end as one faces it, from 0. */
  slot: z.int().nonnegative(),
  /** Metres from the wall's left end to the picture's middle, where a curator put it; null where the slot decides. */
  along: z.number().nullish(),
  /** Metres from the floor to the picture's middle, with `along`. */
  centreHeight: z.number().nullish(),
  artwork: artworkViewSchema,
})
export type HangingView = z.infer<typeof hangingViewSchema>

export const roomViewSchema = z.strictObject({
  id: idSchema,
  name: bilingualSchema,
  plan: planSchema,
  hangings: z.array(hangingViewSchema),
})
export type RoomView = z.infer<typeof roomViewSchema>

/** Everything the catalogue page and the hall of one exhibition need. Hangings are in walking order. */
export const exhibitionViewSchema = exhibitionCardSchema.extend({ rooms: z.array(roomViewSchema) })
export type ExhibitionView = z.infer<typeof exhibitionViewSchema>

/** An exhibition that is announced and not open yet, as everybody may know it. */
export type ComingExhibition = Pick<ExhibitionCard, 'slug' | 'title' | 'text'> & { opensAt: string }

/** An exhibition that is over, as everybody may know it. Null for an hour that is not known, or not past. */
export type ClosedExhibition = Pick<ExhibitionCard, 'slug' | 'title' | 'opensAt' | 'closesAt'>
