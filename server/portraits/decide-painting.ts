import type { Rung } from '@/lib/contracts/admission'
import type { Viewer } from '@/server/accounts/viewer'
import { readAdmission } from '@/server/admission/admission'
import { admit } from '@/server/admission/admit'
import { cutWish, type Painting } from '@/server/admission/cut-wish'
import { db } from '@/server/platform/db'
import { usedSince } from './finish-from-result'

interface Asked {
  viewer: Viewer
  /** From a closed door before, if any. */
  queueToken: string | null
  /** The network that would paint it, `name version`. */
  model: string
  wish: Omit<Painting, 'steps'>
  /** The key under which a painting of this kind, of this photo and in this manner, is kept. */
  keyOf: (painting: Painting) => string
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
}

async function findKnown(key: string): Promise<'painted' | 'underway' | null> {
  const [row] = await db.$queryRaw<{ isPainted: boolean; isUnderway: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM "PortraitResult" WHERE "cacheKey" = ${key} AND "lastUsedAt" >= ${usedSince()}) AS "isPainted",
      EXISTS (SELECT 1 FROM "PortraitOrder" WHERE "cacheKey" = ${key} AND "status" IN ('QUEUED', 'PAINTING')) AS "isUnderway"`
  if (row?.isPainted) return 'painted'
  return row?.isUnderway ? 'underway' : null
}

/**
 * What is painted of a wish at this hour. What was painted before, or is being painted for somebody, is given whole on every rung that
 * takes orders; else the rung decides how much of it is left, and whether there is a turn for it.
 *
 * @throws {HouseError} studio_closed, painter_busy, no_turn
 */
export async function decidePainting({ viewer, queueToken, model, wish, keyOf }: Asked): Promise<Decision> {
  const admission = await readAdmission()
  const { rung } = admission
  const whole: Painting = { ...wish, steps: null }
  const cut = cutWish(wish, rung)
  const cutKey = keyOf(cut)
  const choices = new Map([
    [keyOf(whole), whole],
    [cutKey, cut],
  ])
  for (const [key, painting] of choices) {
    const known = await findKnown(key)
    if (!known) continue
    await admit({ viewer, model, isFree: true, queueToken }, admission)
    const isPainted = known === 'painted'
    return { painting, key, rung, isFree: true, isPainted, isFirst: !isPainted && rung >= 2 }
  }
  await admit({ viewer, model, isFree: false, queueToken }, admission)
  return { painting: cut, key: cutKey, rung, isFree: false, isPainted: false, isFirst: false }
}
