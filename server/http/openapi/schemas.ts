import { z } from 'zod'
import { meSchema } from '@/lib/contracts/accounts'
import { artworkViewSchema, myMarksSchema } from '@/lib/contracts/artworks'
import { bilingualSchema, doneSchema, errorSchema } from '@/lib/contracts/common'
import type { RouteContract } from '@/lib/contracts/define-route'
import { exhibitionCardSchema, exhibitionViewSchema } from '@/lib/contracts/exhibitions'
import { healthSchema } from '@/lib/contracts/health'
import { pictureViewSchema } from '@/lib/contracts/pictures'
import { portraitViewSchema } from '@/lib/contracts/portraits'
import { styleViewSchema } from '@/lib/contracts/styles'
import { submissionViewSchema } from '@/lib/contracts/submissions'
import { planSchema } from '@/lib/hanging/plan'

export type JsonSchema = Record<string, unknown>
export type Contracts = Record<string, RouteContract>

/** What the answers speak of, under names of their own; everything else is written where it is used. */
const named = {
  Artwork: artworkViewSchema,
  Bilingual: bilingualSchema,
  Done: doneSchema,
  Error: errorSchema,
  Exhibition: exhibitionViewSchema,
  ExhibitionCard: exhibitionCardSchema,
  Health: healthSchema,
  Marks: myMarksSchema,
  Me: meSchema,
  Picture: pictureViewSchema,
  Plan: planSchema,
  Portrait: portraitViewSchema,
  Style: styleViewSchema,
  Submission: submissionViewSchema,
} as const

const refTo = (name: string) => `#/components/schemas/${name}`

export interface Components {
  schemas: Record<string, JsonSchema>
  /** Reference to a schema of an answer. */
  ref(answer: z.ZodType): JsonSchema
}

/** Every schema of answers: the named ones, and each route's that is none of them, called by the first route that gives it. */
export function components(contracts: Contracts): Components {
  const names = new Map<z.ZodType, string>(Object.entries(named).map(([name, schema]) => [schema, name]))
  for (const [route, { response }] of Object.entries(contracts)) {
    if (response && !names.has(response)) names.set(response, `${route[0]?.toUpperCase()}${route.slice(1)}Answer`)
  }
  const registry = z.registry<{ id: string }>()
  for (const [schema, id] of names) registry.add(schema, { id })
  const { schemas } = z.toJSONSchema(registry, { io: 'output', uri: refTo })
  return {
    schemas: Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, withoutMeta(schema)])),
    ref: (answer) => ({ $ref: refTo(names.get(answer) ?? '') }),
  }
}

/** A schema of something that comes in, written out whole. */
export function inputSchema(schema: z.ZodType): JsonSchema {
  return withoutMeta(z.toJSONSchema(schema, { io: 'input', reused: 'inline' }))
}

function withoutMeta({ $schema: _dialect, $id: _id, id: _name, ...schema }: JsonSchema): JsonSchema {
  return schema
}
