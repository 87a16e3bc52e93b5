import { z } from 'zod'
import { idSchema, slugSchema } from './common'

/** Milliseconds between two reports of one visitor: never more than ten a second, and fewer where a process has many to tell. */
export const paces = { quickestMs: 100, slowestMs: 3_000 } as const

/** Others that one hears of at a time: the nearest. */
export const mostSeen = 40

/** Where somebody stands in an exhibition laid out on one floor: x and z in centimetres, yaw in hundredths of a radian. */
export const floorPoseSchema = z.tuple([
  z.int().min(-100_000).max(100_000),
  z.int().min(-100_000).max(100_000),
  z.int().min(-315).max(315),
])
export type FloorPose = z.infer<typeof floorPoseSchema>

/** Made anew at each entering: it tells nothing of who it is, nor that it is the same visitor as yesterday. */
export const figureIdSchema = z.string().regex(/^[\w-]{4,16}$/)

export const enterHallSchema = z.strictObject({
  exhibition: slugSchema,
  at: floorPoseSchema,
  /** Show the account's name to those who come near; means nothing for guests. */
  showsName: z.boolean(),
  /** Let others follow; for the house's curators and whoever may edit the exhibition. */
  guides: z.boolean(),
})
export type EnterHall = z.infer<typeof enterHallSchema>

export const reactionKinds = ['flower', 'wonder', 'joy', 'calm'] as const
export const reactionKindSchema = z.enum(reactionKinds)
export type ReactionKind = z.infer<typeof reactionKindSchema>
export const reactSchema = z.strictObject({ artworkId: idSchema, kind: reactionKindSchema })
export type React = z.infer<typeof reactSchema>

/** Somebody who is there: id, pose, name (empty where it is not shown), and whether they guide. */
export const figureSchema = z.tuple([figureIdSchema, ...floorPoseSchema.def.items, z.string().max(80), z.boolean()])
export type Figure = z.infer<typeof figureSchema>

/** A step of somebody who is known already. */
export const figureStepSchema = z.tuple([figureIdSchema, ...floorPoseSchema.def.items])
export type FigureStep = z.infer<typeof figureStepSchema>

/** What happened among those whom one sees, since the last time; one's own figure may be among them. */
export const presenceNewsSchema = z.strictObject({
  /** `here` is everybody: whoever is not in it is gone. */
  isWhole: z.boolean(),
  here: z.array(figureSchema),
  moved: z.array(figureStepSchema),
  gone: z.array(figureIdSchema),
  /** People in the exhibition, as far as this process knows. */
  count: z.int().nonnegative(),
  /** Milliseconds between two reports that the house wants from each visitor. */
  paceMs: z.int().min(paces.quickestMs).max(paces.slowestMs),
})
export type PresenceNews = z.infer<typeof presenceNewsSchema>

/** How often a work in the same gallery room was reacted to, by kind, since the last time. */
export const reactionsSchema = z.strictObject({
  reactions: z.array(z.tuple([idSchema, reactionKindSchema, z.int().positive()])),
})
export type Reactions = z.infer<typeof reactionsSchema>

/** The answer to entering: one's own figure's id. */
export type EnterAnswer = { ok: true; id: string } | { ok: false; code: string }

/** What web processes tell each other of one exhibition: those of their visitors whom others should see. */
export const processNewsSchema = z.strictObject({
  process: z.string().min(4).max(40),
  exhibitionId: idSchema,
  isWhole: z.boolean(),
  /** The process is about to ask no answer: nobody of its own is there any more. */
  count: z.int().nonnegative(),
  here: z.array(figureSchema),
  moved: z.array(figureStepSchema),
  gone: z.array(figureIdSchema),
  reactions: z.array(z.tuple([idSchema, reactionKindSchema, z.int().positive()])),
})
export type ProcessNews = z.infer<typeof processNewsSchema>
