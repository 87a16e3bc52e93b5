import type { PortraitOrderForm, PortraitView } from '@/lib/contracts/portraits'
import type { Viewer } from '@/server/accounts/viewer'
import { takeToken } from '@/server/admission/take-token'
import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { dispatchOutbox } from '@/server/queue/dispatch-outbox'
import { addPicture } from '@/server/storage/add-picture'
import { describePicture, type PictureFacts } from '@/server/storage/describe-picture'
import { normalisePhoto } from '@/server/storage/normalise-photo'
import { ensureWorkStyle } from '@/server/styles/ensure-work-style'
import { findManner, type Manner } from '@/server/styles/find-manner'
import { cacheKey } from './cache-key'
import { finishFromResult } from './finish-from-result'
import { areSameWishes, wishesOf, wishesSelect } from './order-wishes'
import { jobId, paintTopic } from './paint-job'
import { readPortrait } from './read-portrait'

export interface NewOrder {
  viewer: Viewer
  /** The client's Idempotency-Key. */
  key: string
  form: PortraitOrderForm
  photo: Uint8Array
}

interface Manners {
  style: Manner
  blend: Manner | null
}

const isTaken = (error: unknown) => (error as { code?: string }).code === 'P2002'
/** Of the canvas' grain; the same for everyone, so that equal wishes give equal paintings. */
const seed = 0

async function readBack(orderId: string, personId: string): Promise<PortraitView> {
  return (await readPortrait(orderId, personId)) ?? fail('not_found')
}

/** The order made with this key before, if any; the same key with other wishes is a mistake of the client. */
async function findEarlier({ viewer, key, form }: NewOrder): Promise<string | null> {
  const earlier = await db.portraitOrder.findUnique({
    where: { personId_idempotencyKey: { personId: viewer.id, idempotencyKey: key } },
    select: { id: true, ...wishesSelect },
  })
  if (!earlier) return null
  return areSameWishes(earlier, wishesOf(form)) ? earlier.id : fail('key_reused')
}

async function findManners({ viewer, form }: NewOrder): Promise<Manners> {
  if (form.blend === form.style) fail('invalid_request', { fields: { blend: 'the same as style' } })
  const [style, blend] = await Promise.all([
    findManner(form.style, viewer, 'style'),
    form.blend === undefined ? null : findManner(form.blend, viewer, 'blend'),
  ])
  return { style, blend }
}

async function commit({ viewer, key, form }: NewOrder, manners: Manners, photo: Uint8Array, facts: PictureFacts) {
  const wishes = wishesOf(form)
  const { styleId: _style, blendStyleId: _blend, blendPart: part, ...options } = wishes
  const { style, blend } = manners
  const recipe = {
    ...options,
    seed,
    photoSha256: facts.sha256,
    style: style.mark,
    blend: blend && part > 0 ? { style: blend.mark, part } : null,
  }
  // In one order for everybody, so that two orders of the same two works never wait for each other.
  const works = [style, ...(blend ? [blend] : [])].filter(({ isOfWork }) => isOfWork).map(({ id }) => id)
  return db.$transaction(async (tx) => {
    for (const id of works.sort()) await ensureWorkStyle(tx, id)
    const picture = await addPicture(tx, facts, photo, viewer.id)
    const order = await tx.portraitOrder.create({
      data: {
        ...wishes,
        seed,
        personId: viewer.id,
        idempotencyKey: key,
        photoId: picture.id,
        cacheKey: cacheKey(recipe),
      },
    })
    if (!(await finishFromResult(tx, order, order.cacheKey))) {
      await tx.outboxEntry.create({ data: { topic: paintTopic, key: jobId(order), payload: { orderId: order.id } } })
    }
    return order.id
  })
}

/**
 * Accepts an order: from its commit on it ends as PAINTED, FAILED or CANCELLED, whatever process dies. The same key from the
 * same person is the same order. Throws photo_*, style_unknown, invalid_request (a manner blended with itself), too_many_orders,
 * key_reused.
 */
export async function orderPortrait(order: NewOrder): Promise<PortraitView> {
  const earlier = await findEarlier(order)
  if (earlier) return readBack(earlier, order.viewer.id)
  await takeToken('orders', order.viewer.id)
  // Before the dear part, which is to decode the photo.
  const manners = await findManners(order)
  const photo = await normalisePhoto(order.photo)
  const facts = await describePicture(photo)
  let orderId: string
  try {
    orderId = await commit(order, manners, photo, facts)
  } catch (error) {
    // The same key came twice at once; the other one won.
    const winner = isTaken(error) ? await findEarlier(order) : null
    if (!winner) throw error
    orderId = winner
  }
  await dispatchOutbox()
  return readBack(orderId, order.viewer.id)
}
