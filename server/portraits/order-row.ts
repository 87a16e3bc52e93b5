import pg from 'pg'
import type { Prisma } from '@/generated/prisma/client'
import { dbPool } from '@/server/platform/db'
import { nameOf } from '@/server/platform/open-database'
import { orderedSelect } from './order-wishes'
import { portraitSelect } from './portrait-view'

const orderRowSelect = { ...portraitSelect, ...orderedSelect } as const
export type OrderRow = Prisma.PortraitOrderGetPayload<{ select: typeof orderRowSelect }>

type Nested = { [Name in keyof typeof orderRowSelect]: (typeof orderRowSelect)[Name] extends true ? never : Name }
/** Table and foreign key of what `orderRowSelect` reads beside the order. */
const beside = {
  photo: ['Picture', 'photoId'],
  painting: ['Picture', 'paintingId'],
  style: ['Style', 'styleId'],
  blend: ['Style', 'blendStyleId'],
  result: ['PortraitResult', 'resultId'],
} as const satisfies Record<Nested[keyof Nested], readonly [table: string, foreignKey: string]>

function expressionOf([name, chosen]: [string, true | { select: object }]): string {
  if (chosen === true) return `o."${name}"`
  const [table, foreignKey] = beside[name as keyof typeof beside]
  const fields = Object.keys(chosen.select).map((field) => `'${field}', r."${field}"`)
  return `(SELECT json_build_object(${fields.join(', ')}) FROM "${table}" r WHERE r."id" = o."${foreignKey}") AS "${name}"`
}

const read = `SELECT ${Object.entries(orderRowSelect).map(expressionOf).join(', ')} FROM "PortraitOrder" o WHERE o."personId" = $1`

/** Columns are without a zone and hold UTC; pg would take them for local time. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (id, format) =>
    id === pg.types.builtins.TIMESTAMP
      ? (text: string) => new Date(`${text.replace(' ', 'T')}Z`)
      : pg.types.getTypeParser(id, format),
}

type By = 'id' | 'idempotencyKey'

/**
 * A person's order with all that they see of it, in one statement past Prisma: who orders asks for it twice, and who waits without a
 * socket every few seconds (docs/decisions/0091).
 */
export async function readOrderRow(personId: string, by: By, value: string): Promise<OrderRow | null> {
  const text = `${read} AND o."${by}" = $2`
  const { rows } = await dbPool.query<OrderRow>({
    name: nameOf(text),
    text,
    values: [personId, value],
    types,
  })
  return rows[0] ?? null
}
