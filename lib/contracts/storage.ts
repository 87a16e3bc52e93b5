import { z } from 'zod'
import { personRowSchema } from './people'

/** What a kept file is for. One that serves several counts for the first. */
export const fileKinds = ['works', 'house', 'photos', 'paintings', 'copies', 'voices', 'others'] as const
export type FileKind = (typeof fileKinds)[number]

export const storageQuerySchema = z.strictObject({ cursor: z.string().max(100).optional() })
export const storagePageSchema = z.strictObject({
  /** People who keep most, first. */
  people: z.array(personRowSchema),
  nextCursor: z.string().nullable(),
})
export type StoragePage = z.infer<typeof storagePageSchema>

export const storageFiguresSchema = z.strictObject({
  kinds: z.array(z.strictObject({ kind: z.enum(fileKinds), files: z.int(), bytes: z.number() })),
  /** Parts of files that are on their way in. */
  arrivingBytes: z.number(),
  /** Of the disk under the data folder; null where pictures lie in a bucket. */
  disk: z.strictObject({ freeBytes: z.number(), totalBytes: z.number() }).nullable(),
  readAt: z.iso.datetime(),
})
export type StorageFigures = z.infer<typeof storageFiguresSchema>
