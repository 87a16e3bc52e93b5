import { hdSize, type PortraitView } from '@/lib/contracts/portraits'
import { expectWork, letIn, readAdmission } from '@/server/admission/admission'
import { cutWish, type Painting } from '@/server/admission/cut-wish'
import { takeToken } from '@/server/admission/take-token'
import { requireFeature } from '@/server/house/require-feature'
import { noteCacheLook } from '@/server/metrics/painting-metrics'
import { fail } from '@/server/platform/errors'
import { dispatchOutbox } from '@/server/queue/dispatch-outbox'
import { findManner } from '@/server/styles/find-manner'
import { modelLabel } from '@/server/styles/model'
import { inSpan } from '@/server/tracing/in-span'
import { cacheKey, wishKey } from './cache-key'
import { type Accepted, commitOrder, type Manners, type NewOrder, seed } from './commit-order'
import { decidePainting } from './decide-painting'
import { findEarlier } from './earlier-order'
import { estimateWait } from './estimate-wait'
import { newcomerTurn } from './newcomer-turn'
import { offerPreview } from './offer-preview'
import { findPhoto, readPhoto } from './order-photo'
import { readOrderRow } from './order-row'
import { wishesOf } from './order-wishes'
import { KeyTaken } from './place-order'
import { viewOfRow } from './read-portrait'
import { turnAway } from './turn-away'

/** A new order as its owner sees it, with what can be shown of it already. */
async function firstView({ orderId, share }: Accepted, isOffered: boolean, personId: string): Promise<PortraitView> {
  const readRow = () => readOrderRow(personId, 'id', orderId)
  // That something is offered is rare: the row is not held up for it, but read anew.
  const isEnded = share === 'painted'
  const [isShown, early, wait] = await Promise.all([
    isOffered && !isEnded && offerPreview(orderId),
    readRow(),
    isEnded ? undefined : estimateWait(orderId),
  ])
  const row = isShown ? await readRow() : early
  return row ? viewOfRow(row, wait) : fail('not_found')
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

const workOf = ({ quality, longSide, steps }: Painting) => ({ quality, longSide, isShort: steps !== null })

/**
 * Accepts an order: from its commit on it ends as PAINTED, FAILED or CANCELLED, whatever process dies. The same key from the
 * same person is the same order. How much of the wish is painted depends on the rung of the overload ladder. Throws photo_*,
 * style_unknown, hd_off, quota_exceeded, invalid_request (a manner blended with itself), too_many_orders, key_reused, studio_closed, painter_busy, no_turn,
 * photos_waiting.
 */
export async function orderPortrait(order: NewOrder): Promise<PortraitView> {
  const findOwn = () => findEarlier(order.viewer.id, order.key, order.form)
  const earlier = order.isNewcomer ? null : await findOwn()
  if (earlier) return earlier
  if (order.form.size >= hdSize) await requireFeature('hd')
  const finding = Promise.all([
    findManners(order),
    typeof order.photo === 'string' ? findPhoto(order.photo, order.viewer.id) : order.photo,
  ])
  // Who is refused at the door is told that first.
  finding.catch(() => {})
  // Who had to be made a guest first has passed the door before that.
  const admission = await (order.isNewcomer ? readAdmission() : turnAway(order))
  const counting = takeToken('orders', order.viewer.id)
  counting.catch(() => {})
  // Who can have ordered nothing yet is counted, too, but has a whole minute's orders left: nobody need wait to hear that.
  if (!order.isNewcomer) await counting
  const [manners, found] = await finding
  // The dear part, which is to decode a file, comes last.
  const wish = { quality: order.form.quality, longSide: order.form.size }
  const expected = workOf(cutWish(wish, admission.rung))
  const photo = found instanceof Uint8Array ? await readPhoto(found, (make) => expectWork(expected, make)) : found
  const keys = keysOf(order, manners, photo.sha256)
  const deciding = decidePainting({
    admission,
    viewer: order.viewer,
    queueToken: order.queueToken ?? null,
    model: modelLabel(manners.style.model),
    wish,
    photo,
    ...keys,
  })
  const [decision] = await Promise.all([deciding, counting])
  // What is painted already waits in no line: a rush of such orders costs no count more.
  const firstTurn = () => (decision.isFree ? 1 : newcomerTurn(order.address ?? 'unknown'))
  const turn = order.isNewcomer ? await firstTurn() : null
  // A photo that the house knew and has no more is made anew before a transaction is open.
  if ('bytes' in photo && decision.place?.isKept === false) await photo.bytes()
  let accepted: Accepted
  try {
    const accept = () =>
      inSpan('commit order', () =>
        commitOrder(order, { manners, photo, decision, wishKey: keys.wishKey, newcomerTurn: turn }),
      )
    accepted = await (decision.isFree ? accept() : letIn(workOf(decision.painting), accept))
  } catch (error) {
    // The same key came twice at once; the other one won.
    const winner = error instanceof KeyTaken ? await findOwn() : null
    if (!winner) throw error
    return winner
  }
  noteCacheLook('order', accepted.share === 'painted')
  // The answer does not wait for the queue: the order is kept, and should this process die first, the sweeper sends it.
  if (accepted.share === 'alone') void inSpan('dispatch outbox', () => dispatchOutbox())
  return firstView(accepted, decision.isOffered, order.viewer.id)
}
