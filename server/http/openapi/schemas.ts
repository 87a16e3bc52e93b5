import { z } from 'zod'
import { meSchema } from '@/lib/contracts/accounts'
import { artworkViewSchema, myMarksSchema } from '@/lib/contracts/artworks'
import { bilingualSchema, errorSchema } from '@/lib/contracts/common'
import type { RouteContract } from '@/lib/contracts/define-route'
import { exhibitionCardSchema, exhibitionViewSchema } from '@/lib/contracts/exhibitions'
import { healthSchema } from '@/lib/contracts/health'
import { pictureViewSchema } from '@/lib/contracts/pictures'
import { portraitViewSchema } from '@/lib/contracts/portraits'
import { doneSchema } from '@/lib/contracts/routes'
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

/** Every schema of `components`: the named ones, and each route's answer that is none of them. */
export function componentSchemas(contracts: Contracts): Record<string, JsonSchema> {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id })
  for (const [name, { response }] of Object.entries(contracts)) {
    if (response && !registry.has(response)) registry.add(response, { id: answerName(name) })
  }
  const { schemas } = z.toJSONSchema(registry, { io: 'output', uri: refTo })
  return Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, withoutMeta(schema)]))
}

/** Reference to the schema of a route's answer. */
export function answerSchema(name: string, response: z.ZodType): JsonSchema {
  const known = Object.entries(named).find(([, schema]) => schema === response)
  return { $ref: refTo(known?.[0] ?? answerName(name)) }
}

/** A schema of something that comes in, written out whole. */
export function inputSchema(schema: z.ZodType): JsonSchema {
  return withoutMeta(z.toJSONSchema(schema, { io: 'input', reused: 'inline' }))
}

const answerName = (route: string) => `${route[0]?.toUpperCase()}${route.slice(1)}Answer`

function withoutMeta({ $schema: _dialect, $id: _id, id: _name, ...schema }: JsonSchema): JsonSchema {
  return schema
}
