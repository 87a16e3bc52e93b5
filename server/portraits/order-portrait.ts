import { hdSize, type PortraitOrderForm, type PortraitView } from '@/lib/contracts/portraits'
import type { Viewer } from '@/server/accounts/viewer'
import { letIn } from '@/server/admission/admission'
import type { Painting } from '@/server/admission/cut-wish'
import { passDoor } from '@/server/admission/pass-door'
import { takeToken } from '@/server/admission/take-token'
import { requireFeature } from '@/server/house/require-feature'
import { noteCacheLook } from '@/server/metrics/painting-metrics'
import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { dispatchOutbox } from '@/server/queue/dispatch-outbox'
import { ensureWorkStyle } from '@/server/styles/ensure-work-style'
import { findManner, type Manner } from '@/server/styles/find-manner'
import { inSpan } from '@/server/tracing/in-span'
import { currentTraceparent } from '@/server/tracing/traceparent'
import { cacheKey, wishKey } from './cache-key'
import { type Decision, decidePainting } from './decide-painting'
import { estimateWait } from './estimate-wait'
import { joinQueue } from './join-queue'
import { offerPreview } from './offer-preview'
import { keepPhoto, type OrderPhoto, readPhoto } from './order-photo'
import { readOrderRow } from './order-row'
import { areSameWishes, type OrderWishes, wishesOf, wishesOfRow } from './order-wishes'
import { viewOfRow } from './read-portrait'
import { sharePainting } from './share-painting'
import { takeTurn } from './take-turn'

export interface NewOrder {
  viewer: Viewer
  /** Whether they can have no order yet. */
  isNewcomer?: boolean
  /** The client's Idempotency-Key. */
  key: string
  form: PortraitOrderForm
  /** A file as it came, or the picture that was the photo of an earlier order of theirs. */
  photo: Uint8Array | string
  /** From a closed door before, if any. */
  queueToken?: string | null
}

interface Manners {
  style: Manner
  blend: Manner | null
}

const isTaken = (error: unknown) => (error as { code?: string }).code === 'P2002'
/** Of the canvas' grain; the same for everyone, so that equal wishes give equal paintings. */
const seed = 0

/** A new order as its owner sees it, with what can be shown of it already. */
async function firstView(orderId: string, personId: string): Promise<PortraitView> {
  const readRow = () => readOrderRow(personId, 'id', orderId)
  // That something is offered is rare: the row is not held up for it, but read anew.
  const [isOffered, early, wait] = await Promise.all([offerPreview(orderId), readRow(), estimateWait(orderId)])
  const row = isOffered ? await readRow() : early
  return row ? viewOfRow(row, wait) : fail('not_found')
}

/** The order made with this key before, if any; the same key with other wishes is a mistake of the client. */
async function findEarlier({ viewer, key, form }: NewOrder): Promise<PortraitView | null> {
  const earlier = await readOrderRow(viewer.id, 'idempotencyKey', key)
  if (!earlier) return null
  return areSameWishes(wishesOfRow(earlier), wishesOf(form)) ? viewOfRow(earlier) : fail('key_reused')
}

async function findManners({ viewer, form }: NewOrder): Promise<Manners> {
  if (form.blend === form.style) fail('invalid_request', { fields: { blend: 'the same as style' } })
  const [style, blend] = await Promise.all([
    findManner(form.style, viewer, 'style'),
    form.blend === undefined ? null : findManner(form.blend, viewer, 'blend'),
  ])
  return { style, blend }
}

/** The wish that a painting of this photo stands for, and the keys under which its paintings are kept. */
function keysOf({ form }: NewOrder, { style, blend }: Manners, photoSha256: string) {
  const { styleId: _style, blendStyleId: _blend, blendPart: part, ...options } = wishesOf(form)
  const manners = { style: style.mark, blend: blend && part > 0 ? { style: blend.mark, part } : null }
  const wish = { ...options, ...manners, seed, photoSha256 }
  const keyOf = ({ quality, longSide, steps }: Painting) =>
    cacheKey({ ...wish, quality, longSide, ...(steps !== null && { steps }) })
  return { keyOf, wishKey: wishKey(wish) }
}

/** The columns that say what is painted, and where that is less than the wish, what was wished. */
function paintingColumns(wishes: OrderWishes, { painting, key, rung }: Decision) {
  const { quality, longSide, steps } = painting
  const isCut = quality !== wishes.quality || longSide !== wishes.longSide
  const wished = isCut ? { wishedQuality: wishes.quality, wishedLongSide: wishes.longSide } : {}
  return { ...wishes, quality, longSide, allowedSteps: steps, ...wished, rung, cacheKey: key }
}

async function commit(
  { viewer, isNewcomer, key, form }: NewOrder,
  { style, blend }: Manners,
  photo: OrderPhoto,
  decision: Decision,
  wishKey: string,
) {
  // In one order for everybody, so that two orders of the same two works never wait for each other.
  const works = [style, ...(blend ? [blend] : [])].filter(({ isOfWork }) => isOfWork).map(({ id }) => id)
  return db.$transaction(async (tx) => {
    for (const id of works.sort()) await ensureWorkStyle(tx, id)
    const photoId = await keepPhoto(tx, photo, viewer.id)
    const order = await tx.portraitOrder.create({
      data: {
        ...paintingColumns(wishesOf(form), decision),
        seed,
        wishKey,
        personId: viewer.id,
        idempotencyKey: key,
        photoId,
        traceparent: currentTraceparent(),
      },
    })
    const share = await sharePainting(tx, order, decision.isPainted)
    noteCacheLook('order', share === 'painted')
    const priority = share === 'painted' || decision.isFirst || isNewcomer ? 1 : await takeTurn(tx, order)
    if (share === 'alone') await joinQueue(tx, { ...order, turn: priority })
    return order.id
  })
}

const workOf = ({ painting: { quality, longSide, steps } }: Decision) => ({
  quality,
  longSide,
  isShort: steps !== null,
})

/**
 * Accepts an order: from its commit on it ends as PAINTED, FAILED or CANCELLED, whatever process dies. The same key from the
 * same person is the same order. How much of the wish is painted depends on the rung of the overload ladder. Throws photo_*,
 * style_unknown, hd_off, quota_exceeded, invalid_request (a manner blended with itself), too_many_orders, key_reused, studio_closed, painter_busy, no_turn.
 */
export async function orderPortrait(order: NewOrder): Promise<PortraitView> {
  const earlier = order.isNewcomer ? null : await findEarlier(order)
  if (earlier) return earlier
  if (order.form.size >= hdSize) await requireFeature('hd')
  const finding = findManners(order)
  // Who is refused at the door is told that first.
  finding.catch(() => {})
  await passDoor(order.queueToken ?? null)
  await takeToken('orders', order.viewer.id)
  // Before the dear part, which is to decode the photo.
  const manners = await finding
  const photo = await readPhoto(order.photo, order.viewer.id)
  const { keyOf, wishKey } = keysOf(order, manners, photo.sha256)
  const decision = await decidePainting({
    viewer: order.viewer,
    queueToken: order.queueToken ?? null,
    model: `${manners.style.model.name} ${manners.style.model.version}`,
    wish: { quality: order.form.quality, longSide: order.form.size },
    keyOf,
  })
  let orderId: string
  try {
    const accept = () => inSpan('commit order', () => commit(order, manners, photo, decision, wishKey))
    orderId = await (decision.isFree ? accept() : letIn(workOf(decision), accept))
  } catch (error) {
    // The same key came twice at once; the other one won.
    const winner = isTaken(error) ? await findEarlier(order) : null
    if (!winner) throw error
    return winner
  }
  // The answer does not wait for the queue: the order is kept, and should this process die first, the sweeper sends it.
  void inSpan('dispatch outbox', () => dispatchOutbox())
  return firstView(orderId, order.viewer.id)
}
