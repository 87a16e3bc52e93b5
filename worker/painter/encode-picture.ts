import sharp from 'sharp'
import type { RgbPicture } from '@/lib/painting/rgb-picture'

/** WebP without metadata; quality 0 to 100. Effort 0 is two thirds of the work of 2 and gives files as small (docs/decisions/0031). */
export async function encodePicture(picture: RgbPicture, quality: number): Promise<Uint8Array> {
  const raw = { width: picture.width, height: picture.height, channels: 3 } as const
  const webp = await sharp(picture.data, { raw }).webp({ quality, effort: 0 }).toBuffer()
  // Its own memory, so that it can be handed from thread to thread.
  return new Uint8Array(webp)
}
