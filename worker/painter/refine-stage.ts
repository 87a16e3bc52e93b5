import { finishPainting } from '@/lib/painting/finish-painting'
import { REFINED_MULTIPLE, toPlanes } from '@/lib/painting/planar-picture'
import type { RgbPicture } from '@/lib/painting/rgb-picture'
import type { Easel } from './easel'
import type { Manner } from './manner'
import { addMargin, cutMargin, MARGIN } from './margin'
import type { Wishes } from './paint-photo'
import { PainterError } from './painter-error'
import { refinePicture } from './refine-picture'
import { resizeTo } from './resize-picture'
import type { PlannedStage } from './stages'
import type { RefinementEnd } from './thread-messages'

/** Greatest change of a value in one step. */
const RATE = 0.008
/** Steps between two previews. */
const PREVIEW_EVERY = 4

interface ShownStep {
  painting: RgbPicture
  /** Share of this stage's steps, 0 to 1. */
  part: number
  /** Of what was refined, at this stage's size and with the whole of the manner: without what strength and colours made of it. */
  loss: number
}

/** What refinement changed in a smaller copy, enlarged and added to the picture, which keeps its own fine strokes. */
async function carryOver(refined: RgbPicture, before: RgbPicture, painting: RgbPicture): Promise<RgbPicture> {
  // Half the change around the middle grey, so that it fits into bytes.
  const change = refined.data.map((value, i) => 128 + Math.round((value - (before.data[i] as number)) / 2))
  const { data: enlarged } = await resizeTo({ ...refined, data: change }, painting.width, painting.height)
  const data = Uint8ClampedArray.from(painting.data, (value, i) => value + 2 * ((enlarged[i] as number) - 128))
  return { ...painting, data: new Uint8Array(data.buffer) }
}

/**
 * Refines a painting at a size. `painting` is what stands on the easel so far, of any size; one that is larger is changed by what its
 * smaller copy was.
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
): Promise<{ painting: RgbPicture; steps: number; end: RefinementEnd } | null> {
  const [look, pull] = [await easel.network('look'), await easel.network('pull')]
  const { targetAt } = manner
  if (!targetAt || !look || !pull) throw new PainterError('painter_failed', 'This model does not refine.')
  const { width, height } = photo
  const framed = await addMargin(photo, MARGIN)
  const isSmaller = painting.width > width || painting.height > height
  const shown = await resizeTo(painting, width, height)
  const before = toPlanes(await addMargin(shown, MARGIN), REFINED_MULTIPLE)
  const picture = { ...before, data: before.data.slice() }
  // Weaker styles are refined less far, so that strength stays continuous; colours were settled when it was painted.
  const settle = async () => {
    const data = picture.data.map((value, i) => {
      const from = before.data[i] as number
      return from + (value - from) * manner.strength
    })
    const settled = cutMargin(finishPainting({ ...picture, data }, framed, { ...manner, strength: 1 }), MARGIN)
    return isSmaller ? carryOver(settled, shown, painting) : settled
  }
  const plan = { steps: stage.steps, budgetMs: easel.settings.budgetMs, rate: RATE }
  const refined = await refinePicture(
    { look, pull },
    picture,
    framed,
    targetAt(stage.shift),
    plan,
    async ({ step, loss }) => {
      if (isCancelled()) return false
      if (step % PREVIEW_EVERY === 0 && step > 0)
        await onStep({ painting: await settle(), part: step / stage.steps, loss })
      return true
    },
    isStopped,
  )
  return refined && { ...refined, painting: await settle() }
}
