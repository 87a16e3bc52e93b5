import type { PortraitOrderForm, PortraitView } from '@/lib/contracts/portraits'
import type { Filled } from '@/server/cache/cache'
import { namedCache } from '@/server/cache/named-cache'
import { tags } from '@/server/cache/tags'
import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { type OrderRow, readOrderRow } from './order-row'
import { areSameWishes, type OrderWishes, wishesOf, wishesOfRow } from './order-wishes'
import { viewOfRow } from './read-portrait'

/** An order that was placed under a key, as its owner sees it, and what it was a wish for. */
export interface EarlierOrder {
  view: PortraitView
  wishes: OrderWishes
}

/** A change that nobody announced, as a hand in the database, is seen after so long. The signed addresses in it hold for hours. */
const LONGEST_MS = 30_000
/** About what one takes at most with its key, its answer in three encodings and the bodies that ask for it. */
const BYTES = 24 * 1_024

/** Orders that are painted, which change no more but for the work that they become: on a bad line the same order comes again and again. */
const painted = namedCache<EarlierOrder>({
  name: 'painted-orders',
  mostBytes: 32 * 1024 * 1024,
  freshMs: LONGEST_MS,
  limitMs: LONGEST_MS,
  lastGoodMs: 0,
})

const keyOf = (personId: string, key: string) => `${personId} ${key}`

async function earlierOf(row: OrderRow): Promise<EarlierOrder> {
  return { view: await viewOfRow(row), wishes: wishesOfRow(row) }
}

async function fill(personId: string, key: string): Promise<Filled<EarlierOrder> | null> {
  const row = await readOrderRow(personId, 'idempotencyKey', key)
  if (!row) return null
  const works = [row.artworkId, row.styleId, row.blendStyleId].filter((id) => id !== null)
  return {
    value: await earlierOf(row),
    tags: [tags.person(personId), tags.portrait(row.id), tags.styles, ...works.map(tags.artwork)],
    bytes: BYTES,
    until: row.status === 'PAINTED' ? Date.now() + LONGEST_MS : 0,
  }
}

/** Whether there is an order of this key. */
export async function isPlaced(personId: string, key: string): Promise<boolean> {
  if (peekEarlier(personId, key)) return true
  const [found] = await db.$queryRaw<object[]>`
    SELECT 1 FROM "PortraitOrder" WHERE "personId" = ${personId} AND "idempotencyKey" = ${key}`
  return found !== undefined
}

async function readEarlier(personId: string, key: string): Promise<EarlierOrder | null> {
  const kept = peekEarlier(personId, key)
  if (kept) return kept
  // Not through the cache, where one may join a look that was begun before the order was there.
  const row = await readOrderRow(personId, 'idempotencyKey', key)
  if (row?.status !== 'PAINTED') return row && earlierOf(row)
  return (await painted.read(keyOf(personId, key), () => fill(personId, key)))?.value ?? null
}

/** The painted order of this key where this process has it at hand. */
export function peekEarlier(personId: string, key: string): EarlierOrder | undefined {
  return painted.peek(keyOf(personId, key))?.value
}

/**
 * The order that was placed with this key before, if any; the same key with other wishes is a mistake of the client.
 *
 * @throws {HouseError} key_reused
 */
export async function findEarlier(
  personId: string,
  key: string,
  form: PortraitOrderForm,
): Promise<PortraitView | null> {
  const earlier = await readEarlier(personId, key)
  if (!earlier) return null
  return isSameWish(earlier, form) ? earlier.view : fail('key_reused')
}

export function isSameWish({ wishes }: EarlierOrder, form: PortraitOrderForm): boolean {
  return areSameWishes(wishes, wishesOf(form))
}
