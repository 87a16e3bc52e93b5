import { type InferenceSession, Tensor } from 'onnxruntime-node'
import { Adam, rateOf } from './adam'
import type { StudyPicture } from './study-pictures'

/** Weights of style in the five layers that the network looks at (relu1_1 to relu5_1), and of content in 3_1. */
const WEIGHTS = Float32Array.from([1, 1, 1, 0.5, 0.5, 0.07])
/** Between two pictures that follow each other; without common divisor with their number, so that all have their turn. */
const STRIDE = 5

export interface LessonPlan {
  steps: number
  /** Milliseconds at most; what was learned by then is kept. */
  budgetMs: number
  /** Greatest change of a number in the first step; the last is a tenth of it. */
  rate: number
}

/** Style's loss at the beginning and at the end, means over one round of the pictures. */
export interface Lesson {
  code: Float32Array
  before: number
  after: number
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

/**
 * Brings a code nearer to its painting: small pictures are painted with it, and Adam follows the gradient of what they
 * lack, at the code's numbers alone (training/painter/study.py). A step that gives no number is left out.
 * @param guess the encoder's code; it stays as it is
 * @param target of the painting, shown so large that its strokes are those of the code
 * @param onStep told after each step; the code is the same object every time
 * @param isCancelled asked before each step; what was learned by then is given back
 */
export async function teachCode(
  teach: InferenceSession,
  guess: Float32Array,
  target: Float32Array,
  pictures: readonly StudyPicture[],
  plan: LessonPlan,
  onStep: (at: { code: Float32Array; step: number }) => Promise<void> = async () => {},
  isCancelled: () => boolean = () => false,
): Promise<Lesson> {
  const began = performance.now()
  const code = guess.slice()
  const adam = new Adam(code.length)
  const fixed = {
    target: new Tensor('float32', target, [target.length]),
    weights: new Tensor('float32', WEIGHTS, [WEIGHTS.length]),
  }
  const losses: number[] = []
  for (let step = 1; step <= plan.steps && performance.now() - began < plan.budgetMs; step++) {
    if (isCancelled()) break
    const { photo, content } = pictures[(step * STRIDE) % pictures.length] as StudyPicture
    const found = await teach.run({ photo, content, code: new Tensor('float32', code, [1, code.length]), ...fixed })
    const gradient = found.gradient?.data as Float32Array
    const [style = Number.NaN] = (found.losses?.data ?? []) as Float32Array
    if (!gradient.every(Number.isFinite)) continue
    losses.push(style)
    adam.turn(gradient)
    const rate = rateOf(step, plan)
    for (let i = 0; i < code.length; i++) code[i] = (code[i] as number) - rate * (gradient[i] as number)
    await onStep({ code, step })
  }
  const round = Math.min(losses.length, pictures.length)
  return { code, before: mean(losses.slice(0, round)), after: mean(losses.slice(-round)) }
}
