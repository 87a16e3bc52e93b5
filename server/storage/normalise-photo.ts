import sharp, { type Metadata } from 'sharp'
import { photoLimits } from '@/lib/contracts/portraits'
import { fail } from '@/server/platform/errors'
import { isAnimated, photoFormat } from './photo-format'

/** Long side of a kept photo, px: the largest painting that can be ordered from it. */
const keptLongSide = 2048

async function readHeader(bytes: Uint8Array): Promise<Metadata> {
  try {
    // The header alone: nothing is decoded before the limits are known to hold.
    return await sharp(bytes, { limitInputPixels: false }).metadata()
  } catch (cause) {
    return fail('photo_damaged', { cause })
  }
}

function checkSize(width: number, height: number) {
  if (width * height > photoLimits.pixels) fail('photo_too_many_pixels')
  if (Math.min(width, height) < photoLimits.shortestSide) fail('photo_too_small')
  if (Math.max(width, height) / Math.min(width, height) > photoLimits.longestRatio) fail('photo_too_narrow')
}

/**
 * A visitor's photo as we keep it: upright sRGB JPEG, long side at most 2048 px, opaque, without any metadata or tail.
 * The same file always gives the same bytes. Throws HouseError photo_*.
 */
export async function normalisePhoto(bytes: Uint8Array): Promise<Buffer> {
  if (bytes.length === 0) fail('photo_empty')
  if (bytes.length > photoLimits.bytes) fail('photo_too_large')
  const format = photoFormat(bytes)
  if (!format) fail('photo_unsupported')
  if (isAnimated(bytes, format)) fail('photo_animated')
  const header = await readHeader(bytes)
  const isFormat = header.format === format || (format === 'avif' && header.format === 'heif')
  if (!isFormat || !header.width || !header.height) fail('photo_damaged')
  checkSize(header.width, header.height)
  try {
    return await sharp(bytes, { limitInputPixels: photoLimits.pixels, failOn: 'truncated' })
      .timeout({ seconds: 20 })
      .rotate()
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .resize({ width: keptLongSide, height: keptLongSide, fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: 92, chromaSubsampling: '4:4:4' })
      .toBuffer()
  } catch (cause) {
    return fail('photo_damaged', { cause })
  }
}
