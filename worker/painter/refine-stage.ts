import type { Easel } from './easel'
import type { Manner } from './manner'
import { finish } from './paint-once'
import type { Wishes } from './paint-photo'
import { PainterError } from './painter-error'
import { toPlanes } from './planar-picture'
import { REFINED_MULTIPLE, refinePicture } from './refine-picture'
import { resizeTo } from './resize-picture'
import type { RgbPicture } from './rgb-picture'
import type { PlannedStage } from './stages'
import type { RefinementEnd } from './thread-messages'

/** Milliseconds that one size may be refined for; a picture that is slow on this machine is kept as it then is. */
const BUDGET_MS = 20_000
/** Greatest change of a value in one step. */
const RATE = 0.02
/** Steps between two previews. */
const PREVIEW_EVERY = 4

interface ShownStep {
  painting: RgbPicture
  /** Share of this stage's steps, 0 to 1. */
  part: number
  loss: number
}

/**
 * Refines a painting at a size. `painting` is what stands on the easel so far, of any size.
 * @returns null where it was cancelled
 */
export async function refineStage(
  easel: Easel,
  photo: RgbPicture,
  painting: RgbPicture,
  manner: Manner,
  stage: PlannedStage,
  { isCancelled, isStopped }: Pick<Wishes, 'isCancelled' | 'isStopped'>,
  onStep: (step: ShownStep) => Promise<unknown>,
): Promise<{ painting: RgbPicture; steps: number; loss: number | null; end: RefinementEnd } | null> {
  const { target } = manner
  const [look, pull] = [await easel.network('look'), await easel.network('pull')]
  if (!target || !look || !pull) throw new PainterError('painter_failed', 'This model does not refine.')
  const { width, height } = photo
  const before = toPlanes(await resizeTo(painting, width, height), REFINED_MULTIPLE)
  const picture = { ...before, data: before.data.slice() }
  // Weaker styles are refined less far, so that strength stays continuous; colours were settled when it was painted.
  const settle = () => {
    const data = picture.data.map((value, i) => {
      const from = before.data[i] as number
      return from + (value - from) * manner.strength
    })
    return finish({ ...picture, data }, photo, { ...manner, strength: 1 })
  }
  const plan = { steps: stage.steps, budgetMs: BUDGET_MS, rate: RATE }
  const refined = await refinePicture(
    { look, pull },
    picture,
    photo,
    target,
    plan,
    async ({ step, loss }) => {
      if (isCancelled()) return false
      if (step % PREVIEW_EVERY === 0 && step < stage.steps)
        await onStep({ painting: settle(), part: step / stage.steps, loss })
      return true
    },
    isStopped,
  )
  return refined && { ...refined, painting: settle() }
}
