import { v7 as timeOrderedId } from 'uuid'
import { Prisma } from '@/generated/prisma/client'
import { lockPerson } from '@/server/accounts/lock-person'
import type { Transaction } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { outboxRow } from './join-queue'
import { type OrderPhoto, photoRow } from './order-photo'
import { leaderOf } from './share-painting'
import { turnOf } from './take-turn'

/** Another order of this person has its key: it came a moment before. */
export class KeyTaken extends Error {
  override readonly name = 'KeyTaken'
}

/** Of two orders with one key the second waits here, before it holds anything that the first may want: which locks they take depends on what each has found. */
export const keyLock = (personId: string, key: string) =>
  Prisma.sql`pg_advisory_xact_lock(hashtextextended(${`${personId} ${key}`}, 29))`

/** What is decided of an order before its row is there; whatever else it has, it gets here or by default. */
type Columns = Omit<
  Prisma.PortraitOrderUncheckedCreateInput,
  'id' | 'photoId' | 'leaderId' | 'turn' | 'updatedAt' | 'waiting'
>

interface Placing {
  photo: OrderPhoto
  /** It is to be painted if nobody's painting can be waited for: then it waits for that one's, or its job goes out with the commit. */
  isQueued: boolean
  /** The turn of somebody who has no order yet; null for who may have. */
  newcomerTurn: number | null
}

interface Placed {
  id: string
  personId: string
  cacheKey: string
  attempt: number
  /** The order that it waits for. */
  leaderId: string | null
}

/**
 * Writes an order with all that belongs to it in one statement, because on a bad line each of its own would be half a second: the photo's
 * row, the order it waits for or the job in the outbox, and its turn: the priority under which it waits, so that whoever orders ten does
 * not come before the one order of everybody else. Who queues it holds `sharingLock` of its key already.
 *
 * @throws {HouseError} photo_gone where the earlier order was deleted a moment ago
 * @throws {KeyTaken}
 */
export async function placeOrder(
  tx: Transaction,
  columns: Columns,
  { photo, isQueued, newcomerTurn }: Placing,
): Promise<Placed> {
  const { personId, cacheKey } = columns
  const order = { id: timeOrderedId(), personId, cacheKey, attempt: 0 }
  const { topic, key, payload } = outboxRow(order)
  // What is undefined is not in the JSON either, and gets its default.
  const names = Object.entries(columns).flatMap(([name, value]) => (value === undefined ? [] : [`"${name}"`]))
  const isInLine = isQueued && newcomerTurn === null
  // Orders of one person that are placed at once are numbered one after the other. The row is held until the commit, so this comes when
  // all that takes time is done.
  if (isInLine) await lockPerson(personId, tx)
  const [placed] = await tx.$queryRaw<[{ hasPhoto: boolean; id: string | null; leaderId: string | null }]>`
    WITH leader AS MATERIALIZED (${isQueued ? leaderOf(cacheKey, Prisma.sql`FOR SHARE`) : Prisma.sql`SELECT NULL AS "id"`}),
    photo AS (${photoRow(photo, personId)}),
    placed AS (
      INSERT INTO "PortraitOrder" ("id", "photoId", "leaderId", "turn", "updatedAt", ${Prisma.raw(names.join(', '))})
      SELECT ${order.id}, photo."id", (SELECT "id" FROM leader), ${isInLine ? turnOf(personId) : (newcomerTurn ?? 1)}, now() AT TIME ZONE 'UTC',
        ${Prisma.raw(names.map((name) => `given.${name}`).join(', '))}
      FROM photo, jsonb_populate_record(NULL::"PortraitOrder", ${JSON.stringify(columns)}::jsonb) given
      ON CONFLICT ("personId", "idempotencyKey") DO NOTHING RETURNING "id", "leaderId", "turn"),
    sent AS (
      INSERT INTO "OutboxEntry" ("topic", "key", "payload", "priority")
      SELECT ${topic}, ${key}, ${JSON.stringify(payload)}::jsonb, "turn" FROM placed WHERE ${isQueued} AND "leaderId" IS NULL)
    SELECT EXISTS (SELECT FROM photo) AS "hasPhoto", placed."id", placed."leaderId" FROM (SELECT) AS one LEFT JOIN placed ON true`
  if (!placed.hasPhoto) fail('photo_gone')
  if (placed.id === null) throw new KeyTaken()
  return { ...order, leaderId: placed.leaderId }
}
