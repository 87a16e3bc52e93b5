import { z } from 'zod'
import { bilingualSchema, slugSchema, styleIdSchema } from '@/lib/contracts/common'
import { architectures } from '@/lib/hanging/plan'

const centimetres = z.number().min(40).max(240)

/** English words a description may have; a label is read standing. */
const LABEL_WORDS = 60

const workSchema = z.strictObject({
  /** Name of the finished picture: `pictures/<id>.webp`. */
  id: slugSchema,
  scene: z.string().min(1),
  seed: z.int().nonnegative(),
  /** Pixels of the drawn motif. */
  width: z.int().min(1000).max(2400),
  height: z.int().min(800).max(2400),
  /** A style of training/masters.json. */
  master: styleIdSchema,
  /** 0 (the motif as drawn) to 1 (all the painter's). */
  strength: z.number().min(0).max(1),
  keepColours: z.boolean().optional(),
  /** Long side (px) at which the painter works; less means broader strokes. Left out: see make.ts. */
  paintAt: z.int().min(480).max(1600).optional(),
  exhibition: slugSchema,
  /** Walking order in its exhibition, from 1. */
  position: z.int().min(1).max(10),
  title: bilingualSchema,
  /** Follows the artist's name: whose manner it is. */
  after: bilingualSchema,
  widthCm: centimetres,
  heightCm: centimetres,
  description: bilingualSchema.refine(({ en }) => en.split(/\s+/).length <= LABEL_WORDS, 'too long for a label'),
})
export type CollectionWork = z.infer<typeof workSchema>

const roomSchema = z.strictObject({
  /** Position of the first work that hangs in it; it holds those up to the next room's. */
  from: z.int().min(1).max(10),
  name: bilingualSchema,
  architecture: z.enum(architectures),
  wallColour: z
    .string()
    .regex(/^#[0-9a-f]{6}$/)
    .optional(),
  character: bilingualSchema,
})
export type CollectionRoom = z.infer<typeof roomSchema>

const exhibitionSchema = z.strictObject({
  slug: slugSchema,
  title: bilingualSchema,
  text: bilingualSchema,
  /** In walking order; they open into each other. */
  rooms: z.array(roomSchema).min(1),
})
export type CollectionExhibition = z.infer<typeof exhibitionSchema>

const isUnique = (values: string[]): boolean => new Set(values).size === values.length

/** The opening collection as collection.json holds it: exhibitions, and works in walking order. */
export const collectionSchema = z
  .strictObject({
    artist: bilingualSchema,
    year: z.int(),
    medium: bilingualSchema,
    exhibitions: z.array(exhibitionSchema).min(1),
    works: z.array(workSchema).min(1),
  })
  .refine(({ works }) => isUnique(works.map(({ id }) => id)), 'two works share an id')
  .refine(({ works }) => isUnique(works.map((w) => `${w.exhibition} ${w.position}`)), 'two works share a place')
  .refine(
    ({ works, exhibitions }) => works.every((w) => exhibitions.some(({ slug }) => slug === w.exhibition)),
    'a work hangs in an exhibition that is not listed',
  )
export type Collection = z.infer<typeof collectionSchema>
