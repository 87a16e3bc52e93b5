import type { Style } from '@/generated/prisma/client'
import type { PortraitOrderForm, PortraitView } from '@/lib/contracts/portraits'
import type { Viewer } from '@/server/accounts/viewer'
import { takeToken } from '@/server/admission/take-token'
import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { dispatchOutbox } from '@/server/queue/dispatch-outbox'
import { addPicture } from '@/server/storage/add-picture'
import { describePicture, type PictureFacts } from '@/server/storage/describe-picture'
import { normalisePhoto } from '@/server/storage/normalise-photo'
import { cacheKey } from './cache-key'
import { finishFromResult } from './finish-from-result'
import { jobId, paintTopic } from './paint-job'
import { readPortrait } from './read-portrait'

export interface NewOrder {
  viewer: Viewer
  /** The client's Idempotency-Key. */
  key: string
  form: PortraitOrderForm
  photo: Uint8Array
}

const isTaken = (error: unknown) => (error as { code?: string }).code === 'P2002'

async function readBack(orderId: string, personId: string): Promise<PortraitView> {
  return (await readPortrait(orderId, personId)) ?? fail('not_found')
}

/** The order made with this key before, if any; the same key with other wishes is a mistake of the client. */
async function findEarlier({ viewer, key, form }: NewOrder): Promise<string | null> {
  const earlier = await db.portraitOrder.findUnique({
    where: { personId_idempotencyKey: { personId: viewer.id, idempotencyKey: key } },
    select: { id: true, styleId: true, strength: true, longSide: true, keepColours: true },
  })
  if (!earlier) return null
  const isSame =
    earlier.styleId === form.style &&
    earlier.strength === form.strength &&
    earlier.longSide === form.size &&
    earlier.keepColours === form.keepColours
  return isSame ? earlier.id : fail('key_reused')
}

async function findStyle(id: string): Promise<Style> {
  return (await db.style.findUnique({ where: { id } })) ?? fail('style_unknown', { fields: { style: 'unknown' } })
}

async function commit({ viewer, key, form }: NewOrder, style: Style, photo: Uint8Array, facts: PictureFacts) {
  const { modelName, modelVersion, code } = style
  const wishes = {
    strength: form.strength,
    longSide: form.size,
    keepColours: form.keepColours,
    quality: 'PAINTING',
    seed: 0,
  } as const
  const recipe = { ...wishes, photoSha256: facts.sha256, code, modelName, modelVersion }
  return db.$transaction(async (tx) => {
    const picture = await addPicture(tx, facts, photo, viewer.id)
    const order = await tx.portraitOrder.create({
      data: {
        ...wishes,
        personId: viewer.id,
        idempotencyKey: key,
        photoId: picture.id,
        styleId: style.id,
        cacheKey: cacheKey(recipe),
      },
    })
    if (!(await finishFromResult(tx, order))) {
      await tx.outboxEntry.create({ data: { topic: paintTopic, key: jobId(order), payload: { orderId: order.id } } })
    }
    return order.id
  })
}

/**
 * Accepts an order: from its commit on it ends as PAINTED, FAILED or CANCELLED, whatever process dies. The same key from the
 * same person is the same order. Throws photo_*, style_unknown, too_many_orders, key_reused.
 */
export async function orderPortrait(order: NewOrder): Promise<PortraitView> {
  const earlier = await findEarlier(order)
  if (earlier) return readBack(earlier, order.viewer.id)
  await takeToken('orders', order.viewer.id)
  // Before the dear part, which is to decode the photo.
  const style = await findStyle(order.form.style)
  const photo = await normalisePhoto(order.photo)
  const facts = await describePicture(photo)
  let orderId: string
  try {
    orderId = await commit(order, style, photo, facts)
  } catch (error) {
    // The same key came twice at once; the other one won.
    const winner = isTaken(error) ? await findEarlier(order) : null
    if (!winner) throw error
    orderId = winner
  }
  await dispatchOutbox()
  return readBack(orderId, order.viewer.id)
}
