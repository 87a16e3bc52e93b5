import { Tensor } from 'onnxruntime-node'
import type { PlanarPicture } from '@/lib/painting/planar-picture'
import type { Easel } from './easel'
import { PainterError } from './painter-error'
import { showPainting } from './show-painting'
import { BROAD, FINE } from './stroke-sizes'
import { readStudyPictures } from './study-pictures'
import { keepTarget, keptLength, type TargetShape, targetAt, targetsLength } from './style-target'
import { teachCode } from './teach-code'
import type { PainterStyle } from './thread-messages'

/** What refinement pulls to, for a painting shown at every size of the model's; null where nothing looks at it. */
async function targetsOf(
  shownAt: (shortSide: number) => Promise<PlanarPicture>,
  shape: TargetShape,
  look: (picture: PlanarPicture) => Promise<Float32Array | null>,
): Promise<Float32Array | null> {
  const length = keptLength(shape)
  const targets = new Float32Array(targetsLength(shape))
  for (const [n, size] of shape.sizes.entries()) {
    const whole = await look(await shownAt(size))
    if (!whole) return null
    targets.set(keepTarget(whole, shape), n * length)
  }
  return targets
}

/** Greatest change of a code's number in the first lesson. */
const RATE = 0.03

/** Steps between two looks at what has been learned. */
const SHOWN_EVERY = 10

/** What is known of a manner while it is studied. */
export interface Impression {
  style: PainterStyle
  /** Share of the study that is done, 0 to 1. */
  progress: number
}

export interface StudyWishes {
  /** Told of the guess, and of what has been learned every ten steps. */
  onImpression?: (impression: Impression) => Promise<void>
  /** Asked between runs of a network. */
  isCancelled?: () => boolean
}

/**
 * What is needed to paint in the manner of any painting (an encoded picture): the encoder's guess, in a fraction of a second, and then
 * `lessons` steps from the painting itself for each code, which bring it much nearer (docs/decisions/0090).
 * @returns null where it was cancelled
 * @throws PainterError `photo_unreadable`, `style_missing` where the model has no encoder
 */
export async function studyPainting(
  easel: Easel,
  painting: Uint8Array,
  lessons: number,
  { onImpression = async () => {}, isCancelled = () => false }: StudyWishes = {},
): Promise<PainterStyle | null> {
  const [encoder, look] = [await easel.network('encoder'), await easel.network('look')]
  if (!encoder)
    throw new PainterError('style_missing', `The model ${easel.model.name} paints in its own manners alone.`)
  const shownAt = showPainting(painting)
  const [fine, broad] = [await shownAt(FINE), await shownAt(BROAD)]
  const tensor = ({ data, width, height }: PlanarPicture) => new Tensor('float32', data, [1, 3, height, width])
  const codeOf = async (picture: PlanarPicture) => {
    const { code } = await encoder.run({ painting: tensor(picture) })
    if (!code) throw new Error('The network gave no code.')
    return Float32Array.from(code.data as Float32Array)
  }
  const shape = easel.model.target
  const targetOf = async (picture: PlanarPicture) => {
    const seen = look && (await look.run({ picture: tensor(picture) })).target
    return seen ? (seen.data as Float32Array) : null
  }
  const target = shape && (await targetsOf(shownAt, shape, targetOf))
  const guess: PainterStyle = { fine: await codeOf(fine), broad: await codeOf(broad), target }
  const [teach, sheet] = [await easel.network('teach'), await easel.model.readStudies()]
  if (!look || !target || !teach || !sheet || lessons === 0) return guess
  const lesson = { fine: targetAt(target, shape, FINE), broad: targetAt(target, shape, BROAD) }
  if (isCancelled()) return null
  await onImpression({ style: guess, progress: 0 })
  const pictures = await readStudyPictures(sheet, look)
  const style = { ...guess }
  for (const [n, part] of (['fine', 'broad'] as const).entries()) {
    const plan = { steps: lessons, rate: RATE, budgetMs: easel.settings.budgetMs }
    const show = async (at: { code: Float32Array; step: number }) => {
      style[part] = at.code
      const progress = (n + at.step / lessons) / 2
      if (at.step % SHOWN_EVERY === 0) await onImpression({ style, progress })
    }
    const learned = await teachCode(teach, guess[part], lesson[part], pictures, plan, show, isCancelled)
    if (isCancelled()) return null
    style[part] = learned.code
  }
  return style
}
