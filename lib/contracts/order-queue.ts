import { z } from 'zod'
import { idSchema, styleIdSchema } from './common'
import { failureCodes } from './errors'
import { portraitQualitySchema } from './portraits'

export const queueStates = ['waiting', 'painting', 'set-aside', 'failed'] as const
export const queueStateSchema = z.enum(queueStates)
export type QueueState = z.infer<typeof queueStateSchema>

export const queueQuerySchema = z.strictObject({
  state: queueStateSchema.default('waiting'),
  cursor: z.string().max(100).optional(),
})

/** An order as operators see it: what was asked for and how it goes, and nothing of the photo. */
export const queuedOrderSchema = z.strictObject({
  id: idSchema,
  personId: idSchema,
  personName: z.string(),
  styleId: styleIdSchema,
  quality: portraitQualitySchema,
  /** Long side, px. */
  size: z.int().positive(),
  /** Its priority, from 1. */
  turn: z.int(),
  attempts: z.int().nonnegative(),
  /** 0 to 1. */
  progress: z.number(),
  workerId: z.string().nullable(),
  failure: z.enum(failureCodes).nullable(),
  /** It waits for another order of the same painting. */
  isSharing: z.boolean(),
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
})
export type QueuedOrder = z.infer<typeof queuedOrderSchema>

export const queuePageSchema = z.strictObject({ orders: z.array(queuedOrderSchema), nextCursor: z.string().nullable() })
export type QueuePage = z.infer<typeof queuePageSchema>

/** Worker ids are the worker's own words: host, process and a few letters. */
export const workerIdSchema = z.string().min(1).max(200)
