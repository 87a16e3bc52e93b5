import type { PortraitQuality, PortraitStage } from '@/lib/contracts/portraits'

export interface PlannedStage {
  stage: PortraitStage
  /** Long side (px) at which this stage paints. */
  longSide: number
  /** 0 to 1: done once this stage is painted. */
  progress: number
  /** The next stage paints over this one, so that its broad strokes stay under the fine ones (docs/decisions/0034). */
  isUnderpainting: boolean
}

export interface Plan {
  /** Coarse to fine; the last one gives the picture. */
  stages: PlannedStage[]
  /** What is really painted: refinement (MASTER) is not built yet, and PAINTING stands in for it. */
  quality: Exclude<PortraitQuality, 'MASTER'>
}

const SKETCH = 128
const STUDY = 256
/** Up to here strokes are broad enough for the picture by themselves. */
const ONE_LAYER = 512
/** Share of the time that goes to reading the photo and writing the result, as pixels at the network's pace. */
const FIXED_COST = 200 ** 2

/** Long sides of the layers of a painting, each half of the next. */
export function layersOf(longSide: number): number[] {
  const layers = [longSide]
  while ((layers[0] as number) > ONE_LAYER) layers.unshift(Math.round((layers[0] as number) / 2))
  return layers
}

/**
 * The stages of an order. SKETCH is for a crowded house: it paints at half the size, a quarter of the work, and enlarges.
 * @param longSide of the finished picture, px
 */
export function planStages(quality: PortraitQuality, longSide: number): Plan {
  const done = quality === 'SKETCH' ? 'SKETCH' : 'PAINTING'
  const finest = done === 'SKETCH' ? Math.max(Math.min(STUDY, longSide), Math.round(longSide / 2)) : longSide
  const layers = layersOf(finest)
  const sizes: Omit<PlannedStage, 'progress'>[] = []
  if (SKETCH < finest) sizes.push({ stage: 'sketch', longSide: SKETCH, isUnderpainting: false })
  if (layers.length === 1 && STUDY < finest) sizes.push({ stage: 'study', longSide: STUDY, isUnderpainting: false })
  for (const [i, layer] of layers.entries()) {
    const isLast = i === layers.length - 1
    const stage = done === 'SKETCH' || (i === 0 && !isLast) ? 'study' : 'painting'
    sizes.push({ stage, longSide: layer, isUnderpainting: !isLast })
  }
  const total = sizes.reduce((sum, size) => sum + size.longSide ** 2, FIXED_COST)
  let spent = FIXED_COST / 2
  const stages = sizes.map((size, i) => {
    spent += size.longSide ** 2
    return { ...size, progress: i === sizes.length - 1 ? 1 : spent / total }
  })
  return { stages, quality: done }
}
