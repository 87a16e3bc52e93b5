import type { Rung } from '@/lib/contracts/admission'
import type { Viewer } from '@/server/accounts/viewer'
import type { Admission } from '@/server/admission/admission'
import { admit } from '@/server/admission/admit'
import { cutWish, type Painting } from '@/server/admission/cut-wish'
import type { Place } from '@/server/storage/reserve-space'
import { findKnown } from './find-known'
import type { OrderPhoto } from './order-photo'

interface Asked {
  /** The state of the door by which it came in. */
  admission: Admission
  viewer: Viewer
  /** From a closed door before, if any. */
  queueToken: string | null
  /** The network that would paint it, `name version`. */
  model: string
  wish: Omit<Painting, 'steps'>
  photo: OrderPhoto
  /** The key under which a painting of this kind, of this photo and in this manner, is kept; and that of all such, of whatever kind. */
  keyOf: (painting: Painting) => string
  wishKey: string
}

export interface Decision {
  painting: Painting
  key: string
  rung: Rung
  /** Nothing has to be painted for it. */
  isFree: boolean
  /** There was a painting of it a moment ago. */
  isPainted: boolean
  /** It waits before all others, since what it waits for is being painted anyway. */
  isFirst: boolean
  /** There is a painting of the same wish, more or less far, that can be shown until then. */
  isOffered: boolean
  /** For a photo that is not kept yet. */
  place: Place | null
}

/**
 * What is painted of a wish at this hour. What was painted before, or is being painted for somebody, is given whole on every rung that
 * takes orders; else the rung decides how much of it is left, and whether there is a turn for it.
 *
 * @throws {HouseError} studio_closed, painter_busy, no_turn
 */
export async function decidePainting({ admission, wish, keyOf, ...asked }: Asked): Promise<Decision> {
  const { viewer, queueToken, model, ...sought } = asked
  const { rung } = admission
  const whole: Painting = { ...wish, steps: null }
  const cut = cutWish(wish, rung)
  const cutKey = keyOf(cut)
  const choices = new Map([
    [keyOf(whole), whole],
    [cutKey, cut],
  ])
  const keys = [...choices.keys()]
  const { kinds, isOffered, place } = await findKnown({ ...sought, keys, personId: viewer.id })
  for (const [key, painting] of choices) {
    const kind = kinds.get(key)
    if (!kind) continue
    await admit({ viewer, model, isFree: true, queueToken }, admission)
    const isPainted = kind === 'painted'
    const isFirst = !isPainted && rung >= 2
    return { painting, key, rung, isFree: true, isPainted, isFirst, isOffered, place }
  }
  await admit({ viewer, model, isFree: false, queueToken }, admission)
  return { painting: cut, key: cutKey, rung, isFree: false, isPainted: false, isFirst: false, isOffered, place }
}
