import sharp from 'sharp'
import type { RgbPicture } from '@/lib/painting/rgb-picture'

/**
 * JPEG with every pixel's own colour (4:4:4) and without metadata; quality 1 to 100. Half the work of WebP at a better likeness
 * (docs/decisions/0242), and what artists take home opens everywhere.
 */
export async function encodePicture(picture: RgbPicture, quality: number): Promise<Uint8Array> {
  const raw = { width: picture.width, height: picture.height, channels: 3 } as const
  const jpeg = await sharp(picture.data, { raw }).jpeg({ quality, chromaSubsampling: '4:4:4' }).toBuffer()
  // Its own memory, so that it can be handed from thread to thread.
  return new Uint8Array(jpeg)
}
