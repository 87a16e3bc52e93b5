import { Prisma } from '@/generated/prisma/client'
import type { PortraitOrderForm } from '@/lib/contracts/portraits'
import type { Viewer } from '@/server/accounts/viewer'
import { Bulkhead } from '@/server/platform/bulkhead'
import { db, type Transaction } from '@/server/platform/db'
import { poolShares } from '@/server/platform/open-database'
import { shared } from '@/server/platform/shared'
import { ensureWorkStyle } from '@/server/styles/ensure-work-style'
import type { Manner } from '@/server/styles/find-manner'
import { currentTraceparent } from '@/server/tracing/traceparent'
import { acceptPainted, type KeptPhoto } from './accept-painted'
import type { Decision } from './decide-painting'
import { joinQueue } from './join-queue'
import { keepPhoto, type OrderPhoto } from './order-photo'
import { type OrderWishes, wishesOf } from './order-wishes'
import { keyLock, placeOrder } from './place-order'
import { type Share, sharePainting, sharingLock } from './share-painting'
import { takeTurn } from './take-turn'

/** Of the canvas' grain; the same for everyone, so that equal wishes give equal paintings. */
export const seed = 0

export interface NewOrder {
  viewer: Viewer
  /** Whether they can have no order yet. */
  isNewcomer?: boolean
  /** Their network address, where it is known. */
  address?: string
  /** The client's Idempotency-Key. */
  key: string
  form: PortraitOrderForm
  /** A file as it came, or the picture that was the photo of an earlier order of theirs. */
  photo: Uint8Array | string
  /** From a closed door before, if any. */
  queueToken?: string | null
}

export interface Manners {
  style: Manner
  blend: Manner | null
}

export interface Accepted {
  orderId: string
  share: Share
}

/** The columns that say what is painted, and where that is less than the wish, what was wished. */
function paintingColumns(wishes: OrderWishes, { painting, key, rung }: Decision) {
  const { quality, longSide, steps } = painting
  const isCut = quality !== wishes.quality || longSide !== wishes.longSide
  const wished = isCut ? { wishedQuality: wishes.quality, wishedLongSide: wishes.longSide } : {}
  return { ...wishes, quality, longSide, allowedSteps: steps, ...wished, rung, cacheKey: key }
}

/** All that is known of an order before it is kept. */
export interface Prepared {
  manners: Manners
  photo: OrderPhoto
  decision: Decision
  wishKey: string
  /** The turn of a newcomer; null for who may have orders. */
  newcomerTurn: number | null
}

const columnsOf = ({ viewer, key, form }: NewOrder, { decision, wishKey }: Prepared) => ({
  ...paintingColumns(wishesOf(form), decision),
  seed,
  wishKey,
  personId: viewer.id,
  idempotencyKey: key,
  traceparent: currentTraceparent(),
})

const worksOf = ({ style, blend }: Manners): string[] =>
  [style, ...(blend ? [blend] : [])].filter(({ isOfWork }) => isOfWork).map(({ id }) => id)

/** A photo for which nothing has to be written, nor anybody's space measured; null where it was not so a moment ago. */
function keptPhoto(photo: OrderPhoto, { place }: Decision): KeptPhoto | null {
  if ('pictureId' in photo) return { earlierPhotoId: photo.pictureId }
  return place?.isKept && place.isSureToFit ? { file: { ...photo.facts, sourceSha256: photo.sourceSha256 } } : null
}

/**
 * Keeps an order, and what becomes of it at once: ended with a painting made before, waiting for one that is under way, or queued.
 *
 * @throws {HouseError} style_unknown, quota_exceeded, photo_gone; unavailable while too many wait for a slow store
 * @throws {KeyTaken} where another order has its key
 */
export async function commitOrder(order: NewOrder, prepared: Prepared): Promise<Accepted> {
  const { photo, manners, decision } = prepared
  const kept = decision.isPainted && keptPhoto(photo, decision)
  if (kept) {
    const accepted = { ...columnsOf(order, prepared), photo: kept, workIds: worksOf(manners) }
    const orderId = await acceptPainted(accepted)
    if (orderId) return { orderId, share: 'painted' }
  }
  const commit = () => db.$transaction((tx) => commitAlone(tx, order, prepared))
  const isWritten = 'bytes' in photo && !decision.place?.isKept
  return isWritten ? storing().run(commit) : commit()
}

/** Half of the connections at most wait for the picture store: one that has become slow must not take likes and pages along. */
const storing = () =>
  shared('storing', () => new Bulkhead({ size: Math.max(1, Math.floor(poolShares.others / 2)), waiting: 200 }))

async function commitAlone(tx: Transaction, order: NewOrder, prepared: Prepared): Promise<Accepted> {
  const { photo, manners, decision, newcomerTurn } = prepared
  const { viewer } = order
  // In one order for everybody, so that two orders of the same two works never wait for each other.
  for (const id of worksOf(manners).sort()) await ensureWorkStyle(tx, id)
  const isQueued = !decision.isFree
  const own = keyLock(viewer.id, order.key)
  const lock = isQueued ? Prisma.sql`${own}, ${sharingLock(decision.key)}` : own
  await keepPhoto(tx, photo, decision.place, viewer.id, lock)
  const row = await placeOrder(tx, columnsOf(order, prepared), { photo, isQueued, newcomerTurn })
  if (isQueued) return { orderId: row.id, share: row.leaderId ? 'waiting' : 'alone' }
  const share = await sharePainting(tx, row, decision)
  const isFirst = share === 'painted' || decision.isFirst
  const priority = isFirst ? 1 : (newcomerTurn ?? (await takeTurn(tx, row)))
  if (share === 'alone') await joinQueue(tx, { ...row, turn: priority })
  return { orderId: row.id, share }
}
