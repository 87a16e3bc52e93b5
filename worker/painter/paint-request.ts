import { decodePhoto } from './decode-photo'
import type { Easel } from './easel'
import { encodePicture } from './encode-picture'
import { paintPhoto, type Wishes } from './paint-photo'
import { PainterError } from './painter-error'
import type { PaintRequest, PaintResult, Preview } from './thread-messages'

const PREVIEW_QUALITY = 70
const PICTURE_QUALITY = 86

/**
 * Paints one order, from the encoded photo to the encoded painting.
 * @param onPreview null: stages that are only looked at are not painted
 * @returns null where it was cancelled
 * @throws PainterError
 */
export async function paintRequest(
  easel: Easel,
  request: PaintRequest,
  onPreview: ((preview: Preview) => void) | null,
  flags: Omit<Wishes, 'onPreview'>,
): Promise<PaintResult | null> {
  const began = performance.now()
  const { longSide } = request
  if (!(Number.isInteger(longSide) && longSide >= 16 && longSide <= 4096))
    throw new PainterError('painter_failed', 'The long side lies in 16..4096 px.')
  const photo = await decodePhoto(request.photo, longSide)
  const painted = await paintPhoto(easel, photo, request, {
    ...flags,
    onPreview:
      onPreview &&
      (async ({ painting, stage, progress, loss }) =>
        onPreview({ stage, progress, loss, picture: await encodePicture(painting, PREVIEW_QUALITY) })),
  })
  if (!painted) return null
  const { painting, ...facts } = painted
  const picture = await encodePicture(painting, PICTURE_QUALITY)
  if (flags.isCancelled()) return null
  return {
    ...facts,
    picture,
    width: painting.width,
    height: painting.height,
    provider: easel.provider,
    modelName: easel.model.name,
    modelVersion: easel.model.version,
    paintingMs: Math.round(performance.now() - began),
  }
}
