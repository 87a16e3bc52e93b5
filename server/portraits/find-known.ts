import { Prisma } from '@/generated/prisma/client'
import { db } from '@/server/platform/db'
import { type Place, placeIn, type Room, roomOf } from '@/server/storage/reserve-space'
import { usedSince } from './finish-from-result'
import { isOffer } from './offer-preview'
import type { OrderPhoto } from './order-photo'

interface Asked {
  /** Of the paintings that would do. */
  keys: readonly string[]
  /** Of all paintings of this wish, however far they went. */
  wishKey: string
  photo: OrderPhoto
  personId: string
}

export interface Known {
  /** By key; absent for what nobody has ordered. */
  kinds: ReadonlyMap<string, 'painted' | 'underway'>
  /** There is a painting of the wish that can be shown until its own is there. */
  isOffered: boolean
  /** For a photo that is not kept yet. */
  place: Place | null
}

interface Row {
  key: string
  isPainted: boolean
  isUnderway: boolean
  isOffered: boolean
  room: Room | null
}

/** What the house has already of a new order, and where its photo finds room: in one question, and before the transaction that writes it. */
export async function findKnown({ keys, wishKey, photo, personId }: Asked): Promise<Known> {
  const room = 'bytes' in photo ? roomOf(personId, photo.sha256) : Prisma.sql`SELECT NULL WHERE false`
  const rows = await db.$queryRaw<Row[]>`
    SELECT asked."key", (SELECT to_jsonb(room) FROM (${room}) room) AS "room",
      EXISTS (SELECT 1 FROM "PortraitResult" WHERE "cacheKey" = asked."key" AND "lastUsedAt" >= ${usedSince()}) AS "isPainted",
      EXISTS (SELECT 1 FROM "PortraitOrder" WHERE "cacheKey" = asked."key" AND "status" IN ('QUEUED', 'PAINTING')) AS "isUnderway",
      EXISTS (SELECT 1 FROM "PortraitResult" r WHERE "wishKey" = ${wishKey} AND ${isOffer()}) AS "isOffered"
    FROM unnest(${[...keys]}::text[]) AS asked ("key")`
  const kinds = new Map<string, 'painted' | 'underway'>()
  for (const { key, isPainted, isUnderway } of rows)
    if (isPainted || isUnderway) kinds.set(key, isPainted ? 'painted' : 'underway')
  const [first] = rows
  const place = 'bytes' in photo ? placeIn(first?.room ?? null, photo.facts.bytes) : null
  return { kinds, isOffered: first?.isOffered ?? false, place }
}
