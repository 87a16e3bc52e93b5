import { createHash } from 'node:crypto'
import type { PortraitQuality } from '@/lib/contracts/portraits'

export interface PaintingRecipe {
  photoSha256: string
  /** The style's numbers, not its name: two styles with one code are one. */
  code: Uint8Array
  strength: number
  longSide: number
  quality: PortraitQuality
  seed: number
  keepColours: boolean
  modelName: string
  modelVersion: string
}

/** Equal recipes give equal paintings, so one painting serves them all. SHA-256, hex. */
export function cacheKey(recipe: PaintingRecipe): string {
  const { code, ...rest } = recipe
  const codeSha256 = createHash('sha256').update(code).digest('hex')
  const canonical = JSON.stringify(Object.entries({ ...rest, codeSha256 }).sort(([a], [b]) => (a < b ? -1 : 1)))
  return createHash('sha256').update(canonical).digest('hex')
}
