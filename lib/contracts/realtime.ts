import { z } from 'zod'
import { idSchema } from './common'
import { failureCodes } from './errors'
import { portraitStageSchema, portraitStatusSchema } from './portraits'
import type { EnterAnswer, EnterHall, FloorPose, PresenceNews, ProcessNews, React, Reactions } from './presence'

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

/** What hangs in a room of the desk has changed: whoever looks at it reads it again. */
export const roomChangedSchema = z.strictObject({ roomId: idSchema })
export type RoomChanged = z.infer<typeof roomChangedSchema>

/** Where a curator points on a wall, metres from its left end and from the floor, and the work that they are holding. */
export const pointingSchema = z.strictObject({
  roomId: idSchema,
  wall: z.string().max(40),
  along: z.number().min(-10).max(400),
  height: z.number().min(-10).max(30),
  holding: idSchema.nullable(),
})
export type Pointing = z.infer<typeof pointingSchema>
/** `hand` names the window that it comes from: one curator may have two open. */
export const handSchema = pointingSchema.extend({ hand: z.string().max(40), name: z.string() })
export type Hand = z.infer<typeof handSchema>
export const handGoneSchema = z.strictObject({ roomId: idSchema, hand: z.string().max(40) })
export type HandGone = z.infer<typeof handGoneSchema>

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
  'desk:changed': (event: RoomChanged) => void
  'desk:hand': (event: Hand) => void
  'desk:hand-gone': (event: HandGone) => void
  'presence:near': (event: PresenceNews) => void
  'presence:reactions': (event: Reactions) => void
}

/** What web processes tell each other. */
export interface HouseEvents {
  'presence:news': (event: ProcessNews) => void
}

/** What browsers may ask; each is checked against the session before any room is joined. */
export interface ClientEvents {
  'portrait:follow': (request: { orderId: string }, acknowledge: Acknowledge) => void
  'portrait:leave': (request: { orderId: string }) => void
  'artworks:follow': (request: { artworkIds: string[] }, acknowledge: Acknowledge) => void
  'artworks:leave': (request: { artworkIds: string[] }) => void
  'desk:follow': (request: { roomId: string }, acknowledge: Acknowledge) => void
  'desk:leave': (request: { roomId: string }) => void
  'desk:point': (pointing: Pointing) => void
  /** Being seen in an exhibition, until one leaves it, enters another, or the socket ends. */
  'presence:enter': (request: EnterHall, acknowledge: (answer: EnterAnswer) => void) => void
  'presence:move': (pose: FloorPose) => void
  'presence:react': (request: React) => void
  'presence:leave': () => void
}

export const followPortraitSchema = z.strictObject({ orderId: idSchema })
export const followArtworksSchema = z.strictObject({ artworkIds: z.array(idSchema).min(1).max(200) })

export const followRoomSchema = z.strictObject({ roomId: idSchema })

export const deskChannel = (roomId: string) => `desk:${roomId}`
export const portraitChannel = (orderId: string) => `portrait:${orderId}`
export const artworkChannel = (artworkId: string) => `artwork:${artworkId}`
