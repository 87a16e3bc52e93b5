import sharp from 'sharp'
import { photoLimits } from '@/lib/contracts/portraits'
import type { RgbPicture } from '@/lib/painting/rgb-picture'
import { PainterError } from './painter-error'

const WHITE = { r: 255, g: 255, b: 255 }

/**
 * Any still picture that sharp reads, as eight-bit sRGB with the given long side (px; enlarged where it is smaller): turned as EXIF
 * says, transparency laid on white; 16 bit, CMYK, grey and other colour profiles become sRGB.
 * @throws PainterError `photo_unreadable`
 */
export async function decodePhoto(photo: Uint8Array, longSide: number): Promise<RgbPicture> {
  try {
    const options = { limitInputPixels: photoLimits.pixels, failOn: 'error', pages: 1 } as const
    const { data, info } = await sharp(photo, options)
      .autoOrient()
      .flatten({ background: WHITE })
      .toColourspace('srgb')
      .resize(longSide, longSide, { fit: 'inside', kernel: 'lanczos3' })
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true })
    if (info.channels !== 3) throw new Error(`${info.channels} channels`)
    return {
      data: new Uint8Array(data.buffer, data.byteOffset, data.byteLength),
      width: info.width,
      height: info.height,
    }
  } catch (error) {
    throw new PainterError('photo_unreadable', 'This picture cannot be read.', { cause: error })
  }
}
