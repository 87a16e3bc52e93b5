import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileKey, type PictureStore } from '@/server/storage/picture-store'
import type { House } from '../house/house'
import { groupBy } from './group-by'
import type { History } from './history'
import type { Operation } from './operation'
import { possibleStates } from './possible-states'

export interface Verdict {
  /** One sentence for each thing that is not as it was promised; empty when all is well. */
  problems: string[]
  acknowledged: number
  unknown: number
  refused: number
}

/** `pictures`: where they lie, if not in the data folder. */
type Asked = Pick<House, 'query' | 'dataFolder'> & { pictures?: Pick<PictureStore, 'size'> }
type OfKind<Kind extends Operation['kind']> = Extract<Operation, { kind: Kind }>

const ENDED = new Set(['PAINTED', 'FAILED', 'CANCELLED'])
/** Counts are projections and may be folded a moment later. */
const QUIESCENCE_MS = 20_000
const END_MS = 60_000

interface Leave {
  /** Whether orders may still wait or be painted. */
  mayBeUnfinished?: boolean
  /** Whether accepted orders may have failed: where the drill spoils them on purpose. */
  mayFail?: boolean
  /** Longest wait for orders to end, ms. */
  endMs?: number
  /** Longest wait for counts to come to rest, ms. */
  quiescenceMs?: number
}

/**
 * Reads the database after a drill: every acknowledged like, favourite, hanging and order is there exactly once, accepted orders are
 * painted, what was refused is not there, what is unknown may be either, no like or favourite is there that nobody gave, and counts equal
 * rows.
 */
export async function checkHistory(
  house: Asked,
  history: History,
  { mayBeUnfinished = false, mayFail = false, endMs = END_MS, quiescenceMs = QUIESCENCE_MS }: Leave = {},
): Promise<Verdict> {
  const of = <Kind extends Operation['kind']>(...kinds: Kind[]) =>
    history.operations.filter((operation): operation is OfKind<Kind> => kinds.includes(operation.kind as Kind))
  const problems = [
    ...(await checkMarks(house, 'Like', of('like'))),
    ...(await checkMarks(house, 'Favourite', of('favourite'))),
    ...(await checkOrders(house, of('order'), { mayBeUnfinished, mayFail, endMs })),
    ...(await checkHangings(house, of('hanging'))),
    ...(await checkCounts(house, quiescenceMs)),
  ]
  return {
    problems,
    acknowledged: history.count('ok'),
    unknown: history.count('unknown'),
    refused: history.count('fail'),
  }
}

async function checkMarks(
  house: Asked,
  table: 'Like' | 'Favourite',
  marks: OfKind<'like' | 'favourite'>[],
): Promise<string[]> {
  const people = [...new Set(marks.map(({ personId }) => personId))]
  const rows = await house.query<{ personId: string; artworkId: string }>(
    `SELECT "personId", "artworkId" FROM "${table}" WHERE "personId" = ANY($1)`,
    [people],
  )
  const present = new Set(rows.map(({ personId, artworkId }) => `${personId} ${artworkId}`))
  if (present.size !== rows.length) return [`${table}: ${rows.length - present.size} rows are there twice`]
  const calls = groupBy(marks, ({ personId, artworkId }) => `${personId} ${artworkId}`)
  const problems = [...present].filter((pair) => !calls.has(pair)).map((pair) => `${table}: nobody asked for ${pair}`)
  for (const [pair, list] of calls) {
    const isThere = present.has(pair)
    if (!possibleStates(list).has(isThere))
      problems.push(
        `${table}: ${pair} ${isThere ? 'is there though it was taken back' : 'was acknowledged and is gone'}`,
      )
  }
  return problems
}

interface OrderRow {
  id: string
  key: string
  status: string
  paintings: number
  paintingSha256: string | null
  failureCode: string | null
}

/** Orders that got no answer are carried out too: each is given the time to end. */
async function readOrders({ query }: Asked, keys: string[], limitMs: number): Promise<OrderRow[]> {
  for (const deadline = Date.now() + limitMs; ; await sleep(500)) {
    const rows = await query<OrderRow & Record<string, unknown>>(
      `SELECT o."id", o."idempotencyKey" AS "key", o."status"::text AS "status", o."failureCode", p."fileSha256" AS "paintingSha256",
         (SELECT count(*)::int FROM "Picture" q WHERE q."ownerId" = o."personId" AND q."fileSha256" = p."fileSha256") AS "paintings"
       FROM "PortraitOrder" o LEFT JOIN "Picture" p ON p."id" = o."paintingId" WHERE o."idempotencyKey" = ANY($1)`,
      [keys],
    )
    if (rows.every(({ status }) => ENDED.has(status)) || Date.now() > deadline) return rows
  }
}

async function checkOrders(
  house: Asked,
  orders: OfKind<'order'>[],
  { mayBeUnfinished, mayFail, endMs }: Required<Omit<Leave, 'quiescenceMs'>>,
): Promise<string[]> {
  const rows = await readOrders(house, [...new Set(orders.map(({ key }) => key))], mayBeUnfinished ? 0 : endMs)
  const byKey = groupBy(rows, ({ key }) => key)
  const problems: string[] = []
  for (const [key, calls] of groupBy(orders, (order) => order.key)) {
    const found = byKey.get(key) ?? []
    if (found.length > 1) problems.push(`order ${key}: ${found.length} rows`)
    const ids = new Set(calls.flatMap(({ orderId }) => orderId ?? []))
    if (ids.size > 1) problems.push(`order ${key}: answered with ${ids.size} ids`)
    const isAccepted = calls.some(({ outcome }) => outcome === 'ok')
    if (isAccepted && !found.some(({ id }) => ids.has(id))) problems.push(`order ${key}: accepted, and gone`)
    // No drill cancels.
    const unpainted = found.find(({ status }) => status === 'FAILED' || status === 'CANCELLED')
    if (isAccepted && unpainted && !mayFail)
      problems.push(`order ${key}: accepted, and ${unpainted.status} (${unpainted.failureCode})`)
    const isRefused = calls.every(({ outcome }) => outcome === 'fail')
    if (isRefused && found.length > 0) problems.push(`order ${key}: refused, and there`)
  }
  for (const row of rows) {
    if (!ENDED.has(row.status) && !mayBeUnfinished) problems.push(`order ${row.id}: still ${row.status}`)
    if (row.status !== 'PAINTED') continue
    if (!row.paintingSha256) problems.push(`order ${row.id}: painted, without a painting`)
    else if (!(await hasFile(house, row.paintingSha256)))
      problems.push(`order ${row.id}: the painting's file is missing`)
    if (row.paintings > 1) problems.push(`order ${row.id}: ${row.paintings} paintings`)
  }
  return problems
}

async function hasFile({ dataFolder, pictures }: Asked, sha256: string): Promise<boolean> {
  if (pictures) return (await pictures.size(fileKey(sha256))) !== null
  return fs.existsSync(path.join(dataFolder, 'pictures', fileKey(sha256)))
}

async function checkHangings(house: Asked, hangings: OfKind<'hanging'>[]): Promise<string[]> {
  const rows = await house.query<{ orderId: string; artworkId: string; places: number }>(
    `SELECT o."id" AS "orderId", a."id" AS "artworkId",
       (SELECT count(*)::int FROM "Hanging" h WHERE h."artworkId" = a."id") AS places
     FROM "PortraitOrder" o JOIN "Artwork" a ON a."id" = o."artworkId" WHERE o."id" = ANY($1)`,
    [[...new Set(hangings.map(({ orderId }) => orderId))]],
  )
  const byOrder = new Map(rows.map((row) => [row.orderId, row]))
  const problems: string[] = []
  for (const [orderId, calls] of groupBy(hangings, (hanging) => hanging.orderId)) {
    const row = byOrder.get(orderId)
    const isAccepted = calls.some(({ outcome }) => outcome === 'ok')
    const places = row?.places ?? 0
    if (places > 1 || (isAccepted && places === 0)) problems.push(`hanging of ${orderId}: ${places} places`)
  }
  return problems
}

/** Waits until counts have come to rest. */
async function checkCounts(house: Asked, quiescenceMs: number): Promise<string[]> {
  for (const deadline = Date.now() + quiescenceMs; ; await sleep(500)) {
    const rows = await house.query<{
      id: string
      likes: number
      kept: number
      likeCount: number
      favouriteCount: number
    }>(
      `SELECT a."id", a."likeCount", a."favouriteCount",
         (SELECT count(*)::int FROM "Like" l WHERE l."artworkId" = a."id") AS likes,
         (SELECT count(*)::int FROM "Favourite" f WHERE f."artworkId" = a."id") AS kept FROM "Artwork" a`,
    )
    const wrong = rows.filter((row) => row.likes !== row.likeCount || row.kept !== row.favouriteCount)
    const negative = rows.filter((row) => row.likeCount < 0 || row.favouriteCount < 0)
    if (negative.length > 0) return negative.map((row) => `work ${row.id}: a count below zero`)
    if (wrong.length === 0) return []
    if (Date.now() > deadline)
      return wrong.map(
        (row) => `work ${row.id}: counts ${row.likeCount}/${row.favouriteCount}, rows ${row.likes}/${row.kept}`,
      )
  }
}
