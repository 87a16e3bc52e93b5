import { createHash } from 'node:crypto'
import type { PortraitQuality } from '@/lib/contracts/portraits'
import type { MannerMark } from '@/server/styles/manner-mark'

export interface PaintingRecipe {
  photoSha256: string
  style: MannerMark
  /** A second manner and its part, 0 to 1. */
  blend: { style: MannerMark; part: number } | null
  strength: number
  strokes: number
  longSide: number
  quality: PortraitQuality
  seed: number
  keepColours: boolean
  /** Refinement steps at most, where load left fewer than the quality has: another painting than the whole one. Absent otherwise. */
  steps?: number
}

/**
 * Raised when the same network refines the same order to another painting, so that none of before passes for it (2: docs/decisions/0241;
 * 3, at HD: 0243).
 */
const REFINEMENT = 3

const hash = (text: string) => createHash('sha256').update(text).digest('hex')

type Wish = Omit<PaintingRecipe, 'longSide' | 'quality' | 'steps'>

const canonical = (recipe: Wish) =>
  Object.entries({ ...recipe, blend: recipe.blend && [recipe.blend.style, recipe.blend.part] }).sort(([a], [b]) =>
    a < b ? -1 : 1,
  )

/** Equal recipes give equal paintings, so one painting serves them all. SHA-256, hex. */
export function cacheKey(recipe: PaintingRecipe): string {
  const refined = recipe.quality === 'MASTER' ? [['refinement', REFINEMENT]] : []
  return hash(JSON.stringify([...canonical(recipe), ...refined]))
}

/** Equal for recipes that differ only in how far they go: a painting of one is a first look at the others. SHA-256, hex. */
export function wishKey({ longSide: _size, quality: _quality, steps: _steps, ...wish }: PaintingRecipe): string {
  return hash(JSON.stringify(['wish', canonical(wish)]))
}

/** Where a painting is kept that is less than its recipe promises: no order ever asks for this key. SHA-256, hex. */
export function ownKey(order: { id: string; attempt: number }): string {
  return hash(JSON.stringify(['order', order.id, order.attempt]))
}
