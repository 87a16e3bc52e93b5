import type { PortraitQuality, PortraitStage } from '@/lib/contracts/portraits'

export interface PlannedStage {
  stage: PortraitStage
  /** Long side (px) at which this stage paints. */
  longSide: number
  /** 0 to 1: done once this stage is finished. */
  progress: number
  /** Refinement steps of what was painted before; 0 for a stage that paints with the network. */
  steps: number
  /** Doublings of the size for which the strokes were chosen: refinement's target is shown as much larger. */
  shift: number
  /** The next stage paints over this one, so that its broad strokes stay under the fine ones (docs/decisions/0034). */
  isUnderpainting: boolean
  /** Of use to those who look on alone. */
  isPreview: boolean
}

export interface Plan {
  /** Coarse to fine; the last one gives the picture. */
  stages: PlannedStage[]
  /** What is really painted. */
  quality: PortraitQuality
}

export interface Wish {
  quality: PortraitQuality
  /** Of the finished picture, px. */
  longSide: number
  /** Whether model and style have what refinement needs. */
  canRefine: boolean
  /** Refinement steps at most, over all sizes; null for as many as are good. */
  steps: number | null
}

const SKETCH = 128
const STUDY = 256
/** Up to here strokes are broad enough for the picture by themselves. */
const ONE_LAYER = 512
/** Refined at half of this size first, then at this, and then, with fewer steps, as it is; what is larger than twice it is painted over. */
const REFINED = 512
const REFINED_AT_MOST = 1024
const LEAST_REFINED = 192
const STEPS_COARSE = 12
const STEPS = 12
/** Of a small picture: at this many times its size, where its strokes have room (docs/decisions/0224), and then at its own. */
const LARGER = Math.SQRT2
const STEPS_LARGER = 20
const STEPS_SMALL = 24
const STEPS_ENLARGED = 8
/** Work of one refinement step, as runs of the stylizer at the same size. */
const STEP_COST = 2
/** Share of the time that goes to reading the photo and writing the result, as pixels at the network's pace. */
const FIXED_COST = 200 ** 2

/** Long sides of the layers of a painting, each half of the next. */
export function layersOf(longSide: number): number[] {
  const layers = [longSide]
  while ((layers[0] as number) > ONE_LAYER) layers.unshift(Math.round((layers[0] as number) / 2))
  return layers
}

type Draft = Omit<PlannedStage, 'progress'>

const paint = (stage: PortraitStage, longSide: number): Draft => ({
  stage,
  longSide,
  steps: 0,
  shift: 0,
  isUnderpainting: false,
  isPreview: false,
})

/** The network alone: in one layer, or in several that are painted over each other. */
function paintedStages(finest: number, isSketch: boolean): Draft[] {
  const layers = layersOf(finest)
  return layers.map((layer, i) => {
    const isLast = i === layers.length - 1
    const stage = isSketch || (i === 0 && !isLast) ? 'study' : 'painting'
    return { ...paint(stage, layer), isUnderpainting: !isLast }
  })
}

/** What refinement's targets are reckoned from: the size (px) that the strokes belong to. */
export const refinedAt = (longSide: number): number => Math.min(longSide, REFINED)

/** The largest size (px) that refinement works at. Under what is painted over it nothing finer would be seen (docs/decisions/0243). */
export const refinedUpTo = (longSide: number): number => (longSide > REFINED_AT_MOST ? REFINED : longSide)

/**
 * Painted small, refined coarse to fine (at half the size, at that size), enlarged and refined a little; what is larger still is painted
 * over the refined picture. Half of a small picture would be too small to see strokes in: it is refined larger first, and then as it is.
 */
function refinedStages(longSide: number, most: number): Draft[] {
  const base = refinedAt(longSide)
  const enlarged = refinedUpTo(longSide)
  const hasCoarse = base >= 2 * LEAST_REFINED
  const sizes = [
    hasCoarse
      ? { size: Math.round(base / 2), steps: STEPS_COARSE }
      : { size: Math.round(base * LARGER), steps: STEPS_LARGER },
    { size: base, steps: hasCoarse ? STEPS : STEPS_SMALL },
    ...(enlarged > base ? [{ size: enlarged, steps: STEPS_ENLARGED }] : []),
  ]
  const stages = [paint('painting', base)]
  let left = most
  let reached = base
  for (const { size, steps } of sizes) {
    const taken = Math.min(steps, left)
    left -= taken
    if (taken === 0) continue
    stages.push({ ...paint('master', size), steps: taken, shift: Math.log2(size / base) })
    reached = Math.max(reached, size)
  }
  if (reached < longSide) {
    for (const stage of stages) stage.isUnderpainting = true
    stages.push(paint('master', longSide))
  }
  return stages
}

/**
 * The stages of an order. SKETCH is for a crowded house: it paints at half the size, a quarter of the work, and enlarges. MASTER refines
 * what was painted, where it can and has steps to do so.
 */
export function planStages({ quality, longSide, canRefine, steps }: Wish): Plan {
  const most = steps ?? Number.POSITIVE_INFINITY
  const done = quality === 'MASTER' && !(canRefine && most > 0) ? 'PAINTING' : quality
  const finest = done === 'SKETCH' ? Math.max(Math.min(STUDY, longSide), Math.round(longSide / 2)) : longSide
  const body = done === 'MASTER' ? refinedStages(longSide, most) : paintedStages(finest, done === 'SKETCH')
  const smallest = body[0]?.longSide ?? finest
  const hasStudy = body[0]?.stage === 'study'
  const looks = [SKETCH, STUDY].filter((size) => size < smallest && (size === SKETCH || !hasStudy))
  const previews = looks.map((size) => ({ ...paint(size === SKETCH ? 'sketch' : 'study', size), isPreview: true }))
  const drafts = [...previews, ...body]
  const cost = ({ longSide: size, steps: count }: Draft) => size ** 2 * (count === 0 ? 1 : count * STEP_COST)
  const total = drafts.reduce((sum, draft) => sum + cost(draft), FIXED_COST)
  let spent = FIXED_COST / 2
  const stages = drafts.map((draft, i) => {
    spent += cost(draft)
    return { ...draft, progress: i === drafts.length - 1 ? 1 : spent / total }
  })
  return { stages, quality: done }
}
