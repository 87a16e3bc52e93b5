import type { InferenceSession } from 'onnxruntime-node'
import { mixCodes } from './apply-strength'
import { decodePhoto } from './decode-photo'
import { encodePicture } from './encode-picture'
import { paintOnce } from './paint-once'
import { PainterError } from './painter-error'
import { resizePicture, resizeTo } from './resize-picture'
import type { RgbPicture } from './rgb-picture'
import { planStages } from './stages'
import type { PainterModel, PaintRequest, PaintResult, Preview } from './thread-messages'

const PREVIEW_QUALITY = 78
const PICTURE_QUALITY = 90

export interface Easel {
  session: InferenceSession
  model: PainterModel
  photoCode: Float32Array
}

/** Refuses what would only make noise: codes of other models, numbers that are none. */
function checkRequest(request: PaintRequest, codeLength: number): void {
  if (request.code.length !== codeLength || !request.code.every(Number.isFinite)) {
    throw new PainterError('style_missing', `The style's code is not one of this model (${codeLength} finite numbers).`)
  }
  if (!(request.strength >= 0 && request.strength <= 1))
    throw new PainterError('painter_failed', 'Strength lies in 0..1.')
  if (!(Number.isInteger(request.longSide) && request.longSide >= 16 && request.longSide <= 4096)) {
    throw new PainterError('painter_failed', 'The long side lies in 16..4096 px.')
  }
}

/**
 * Paints one order, coarse to fine.
 * @param onPreview called after every stage but the last, whose painting is the result itself; null: stages that are only looked at are not painted
 * @param isCancelled asked before every stage
 * @returns null where it was cancelled
 * @throws PainterError
 */
export async function paintRequest(
  easel: Easel,
  request: PaintRequest,
  onPreview: ((preview: Preview) => void) | null,
  isCancelled: () => boolean,
): Promise<PaintResult | null> {
  const began = performance.now()
  checkRequest(request, easel.model.codeLength)
  const { strength } = request
  const manner = {
    code: mixCodes(easel.photoCode, request.code, strength),
    strength,
    keepColours: request.keepColours,
    seed: request.seed,
  }
  const plan = planStages(request.quality, request.longSide)
  const photo = await decodePhoto(request.photo, request.longSide)
  let painting = photo
  let under: RgbPicture | null = null
  for (const [i, { stage, longSide, progress, isUnderpainting }] of plan.stages.entries()) {
    const isLast = i === plan.stages.length - 1
    if (!onPreview && !isUnderpainting && !isLast) continue
    if (isCancelled()) return null
    painting = await paintOnce(easel.session, await resizePicture(photo, longSide), manner, under)
    if (isUnderpainting) under = painting
    if (!isLast) onPreview?.({ stage, progress, webp: await encodePicture(painting, PREVIEW_QUALITY) })
  }
  const picture = await encodePicture(await resizeTo(painting, photo.width, photo.height), PICTURE_QUALITY)
  if (isCancelled()) return null
  return {
    picture,
    width: photo.width,
    height: photo.height,
    quality: plan.quality,
    provider: easel.model.provider,
    modelName: easel.model.name,
    modelVersion: easel.model.version,
    paintingMs: Math.round(performance.now() - began),
  }
}
