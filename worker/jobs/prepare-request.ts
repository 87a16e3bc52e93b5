import type { Claim } from '@/server/portraits/claim-order'
import type { Painter } from '@/worker/painter/painter'
import { PainterError } from '@/worker/painter/painter-error'
import type { PaintRequest, Preview } from '@/worker/painter/thread-messages'
import { learnStyle } from './learn-style'

/**
 * Everything that the painter wants to know. A manner that nobody was painted in before is studied first, some seconds long; `onLesson`
 * gets sketches of the artist in what has been learned, with the share of all studies that is done, 0 to 1.
 * @param signal drops a study that is under way: what it has learned is lost
 * @throws PainterError `style_missing`; `model_missing` where the manners have to be read again
 */
export async function prepareRequest(
  claim: Claim,
  photo: Uint8Array,
  painter: Painter,
  onLesson: (preview: Preview) => void,
  signal?: AbortSignal,
): Promise<PaintRequest> {
  const { strength, strokes, longSide, quality, keepColours, seed, allowedSteps: steps } = claim
  const sitter = { photo, strength, strokes, keepColours, seed }
  const kept = [claim.style, ...(claim.blend ? [claim.blend.style] : [])]
  const learned = []
  for (const [n, each] of kept.entries()) {
    const onPreview = (preview: Preview) => onLesson({ ...preview, progress: (n + preview.progress) / kept.length })
    learned.push(await learnStyle(each, painter, { sitter, onPreview, ...(signal && { signal }) }))
  }
  const [first, second] = learned
  if (!first) throw new Error('Every order has a manner.')
  const { style, modelName, modelVersion } = first
  if (second && second.modelName !== modelName)
    throw new PainterError('style_missing', 'The two manners belong to different networks and cannot be blended.')
  // One was read, or studied, before a new version was taken up, and the other after it.
  if (second && second.modelVersion !== modelVersion)
    throw new PainterError('model_missing', 'The two manners belong to different versions of their network.')
  const blend = second && claim.blend ? { style: second.style, part: claim.blend.part } : null
  return { ...sitter, modelName, modelVersion, style, blend, longSide, quality, steps }
}
