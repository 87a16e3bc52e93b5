import { z } from 'zod'
import { idSchema } from './common'
import { failureCodes } from './errors'
import { portraitStageSchema, portraitStatusSchema } from './portraits'

/** One step of an order, what can change in it alone; applied only if (attempt, sequence) is newer than what the browser has. At most 4 a second. */
export const portraitProgressSchema = z.strictObject({
  orderId: idSchema,
  attempt: z.int().nonnegative(),
  sequence: z.int().nonnegative(),
  status: portraitStatusSchema,
  stage: portraitStageSchema.nullable(),
  progress: z.number().min(0).max(1),
  loss: z.number().nonnegative().nullable(),
  steps: z.int().nonnegative(),
  isStoppable: z.boolean(),
  /** An address, never bytes. */
  previewUrl: z.string().nullable(),
  failure: z.enum(failureCodes).nullable(),
})
export type PortraitProgress = z.infer<typeof portraitProgressSchema>

export const artworkCountSchema = z.strictObject({ artworkId: idSchema, likeCount: z.int().nonnegative() })
export type ArtworkCount = z.infer<typeof artworkCountSchema>

/** This web process is about to end: come back, to another one, within `inMs`, each at a moment of its own. */
export const houseLeavingSchema = z.strictObject({ inMs: z.int().nonnegative() })
export type HouseLeaving = z.infer<typeof houseLeavingSchema>

/** Something was noted for this person: read the notices. */
export const noticeArrivedSchema = z.strictObject({})

export type Acknowledge = (answer: { ok: true } | { ok: false; code: string }) => void

/** What the house tells browsers. */
export interface ServerEvents {
  'portrait:progress': (event: PortraitProgress) => void
  'artwork:count': (event: ArtworkCount) => void
  'house:leaving': (event: HouseLeaving) => void
  'notice:arrived': (event: z.infer<typeof noticeArrivedSchema>) => void
}

/** What browsers may ask; each is checked against the session before any room is joined. */
export interface ClientEvents {
  'portrait:follow': (request: { orderId: string }, acknowledge: Acknowledge) => void
  'portrait:leave': (request: { orderId: string }) => void
  'artworks:follow': (request: { artworkIds: string[] }, acknowledge: Acknowledge) => void
  'artworks:leave': (request: { artworkIds: string[] }) => void
}

export const followPortraitSchema = z.strictObject({ orderId: idSchema })
export const followArtworksSchema = z.strictObject({ artworkIds: z.array(idSchema).min(1).max(200) })

export const portraitChannel = (orderId: string) => `portrait:${orderId}`
export const artworkChannel = (artworkId: string) => `artwork:${artworkId}`
