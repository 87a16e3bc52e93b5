import type { Claim } from '@/server/portraits/claim-order'
import type { Painter } from '@/worker/painter/painter'
import { PainterError } from '@/worker/painter/painter-error'
import type { PaintRequest } from '@/worker/painter/thread-messages'
import { type LearnedStyle, learnStyle } from './learn-style'

/** Long side (px) of the sketch that the artist sees while a new manner is studied. */
const GLANCE = 256

/**
 * Everything that the painter wants to know. A style that has not been studied yet is studied first, some seconds long; `onGlance` gets a
 * sketch in the first impression of it meanwhile, as WebP.
 * @throws PainterError `style_missing`
 */
export async function prepareRequest(
  claim: Claim,
  photo: Uint8Array,
  painter: Painter,
  onGlance: (webp: Uint8Array) => void,
): Promise<PaintRequest> {
  const { strength, strokes, longSide, quality, keepColours, seed, allowedSteps: steps } = claim
  const options = { photo, strength, strokes, keepColours, seed }
  const sketch = async ({ style, modelName, modelVersion }: LearnedStyle) => {
    const wish = { ...options, modelName, modelVersion, style, blend: null, steps: 0 }
    const { picture } = await painter.paint({ ...wish, quality: 'SKETCH', longSide: Math.min(GLANCE, longSide) })
    onGlance(picture)
  }
  const { style, modelName, modelVersion } = await learnStyle(claim.style, painter, sketch)
  const second = claim.blend && (await learnStyle(claim.blend.style, painter))
  if (second && (second.modelName !== modelName || second.modelVersion !== modelVersion))
    throw new PainterError('style_missing', 'The two manners belong to different networks and cannot be blended.')
  const blend = second && claim.blend && { style: second.style, part: claim.blend.part }
  return { ...options, modelName, modelVersion, style, blend, longSide, quality, steps }
}
