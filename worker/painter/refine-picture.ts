import { type InferenceSession, Tensor } from 'onnxruntime-node'
import { type PlanarPicture, REFINED_MULTIPLE, toPlanes } from '@/lib/painting/planar-picture'
import type { RgbPicture } from '@/lib/painting/rgb-picture'
import { rateOf } from './adam'
import { edgeLikeness } from './edge-likeness'
import { isPlateau } from './plateau'
import { PyramidAdam } from './pyramid-adam'
import { EDGE_WEIGHT, STRUCTURE_WEIGHT, STYLE_WEIGHTS } from './style-loss'
import type { RefinementEnd } from './thread-messages'
import { placeBack, see, VIEWS, type View } from './views'

export interface RefinementPlan {
  /** Steps at most. */
  steps: number
  /** Milliseconds at most. */
  budgetMs: number
  /** Greatest change of a value in the first step; the last is a tenth of it. */
  rate: number
}

export interface RefinementStep {
  /** Steps done. */
  step: number
  /** Style, and weighted structure and edges, of the picture as it is now, seen from the next step's place. */
  loss: number
  /** The same object every time. */
  picture: PlanarPicture
}

export interface Refined {
  steps: number
  end: RefinementEnd
}

export interface RefinementNetworks {
  look: InferenceSession
  pull: InferenceSession
}

const tensor = ({ data, width, height }: PlanarPicture) => new Tensor('float32', data, [1, 3, height, width])

/** The photo's structure where a view shows it. */
async function lookThrough(view: View, photo: PlanarPicture, { look }: RefinementNetworks): Promise<Tensor> {
  const { content } = await look.run({ picture: tensor(see(photo, view)) })
  if (!content) throw new Error('The network saw nothing.')
  return content
}

/**
 * Pulls a picture, in place, to a style's target and to the photo's structure and edges, step by step; every step is a true intermediate
 * painting.
 * @param picture what is there so far; sides multiples of 8
 * @param photo of the same size as the picture before it was padded
 * @param onStep told before each step, when the picture's loss is known; may wait for something; says whether to go on: false ends it as
 * cancelled (null)
 */
export async function refinePicture(
  networks: RefinementNetworks,
  picture: PlanarPicture,
  photo: RgbPicture,
  target: Float32Array,
  plan: RefinementPlan,
  onStep: (step: RefinementStep) => Promise<boolean>,
  isStopped: () => boolean,
): Promise<Refined | null> {
  const began = performance.now()
  const framed = toPlanes(photo, REFINED_MULTIPLE)
  const fixed = {
    target: new Tensor('float32', target, [target.length]),
    weights: new Tensor('float32', [...STYLE_WEIGHTS, STRUCTURE_WEIGHT], [STYLE_WEIGHTS.length + 1]),
  }
  const unlikeEdges = edgeLikeness(framed)
  const contents: Tensor[] = []
  const adam = new PyramidAdam(picture.width, picture.height)
  const losses: number[] = []
  const done = (end: RefinementEnd): Refined => ({ steps: losses.length, end })
  for (let step = 0; step < plan.steps; step++) {
    if (isStopped()) return done('stop')
    const turn = step % VIEWS.length
    const view = VIEWS[turn] as View
    const content = contents[turn] ?? (await lookThrough(view, framed, networks))
    contents[turn] = content
    const found = await networks.pull.run({ picture: tensor(see(picture, view)), content, ...fixed })
    const [style = 0, structure = 0] = (found.losses?.data ?? []) as Float32Array
    const gradient = placeBack(found.gradient?.data as Float32Array, view, picture)
    const loss = style + structure + unlikeEdges(picture, turn, EDGE_WEIGHT, gradient)
    if (!(await onStep({ step, loss, picture }))) return null
    losses.push(loss)
    adam.step(picture, gradient, rateOf(step + 1, plan))
    if (isPlateau(losses)) return done('plateau')
    if (performance.now() - began > plan.budgetMs) return done('budget')
  }
  return done('steps')
}
