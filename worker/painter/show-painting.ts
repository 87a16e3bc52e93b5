import sharp from 'sharp'
import { photoLimits } from '@/lib/contracts/portraits'
import { type PlanarPicture, toPlanes } from '@/lib/painting/planar-picture'
import { PainterError } from './painter-error'

const MULTIPLE = 16
const LEAST = 128
/** What is longer is cut to its middle: a panorama's strokes are the same everywhere. */
const LONGEST_RATIO = 2.5

async function show(painting: Uint8Array, shortSide: number): Promise<PlanarPicture> {
  const options = { limitInputPixels: photoLimits.pixels, failOn: 'error', pages: 1 } as const
  try {
    const { autoOrient } = await sharp(painting, options).metadata()
    const short = Math.min(autoOrient.width, autoOrient.height)
    const sideOf = (length: number) =>
      Math.max(LEAST, Math.round((Math.min(length / short, LONGEST_RATIO) * shortSide) / MULTIPLE) * MULTIPLE)
    const [width, height] = [sideOf(autoOrient.width), sideOf(autoOrient.height)]
    const { data } = await sharp(painting, options)
      .autoOrient()
      .flatten({ background: '#fff' })
      .toColourspace('srgb')
      .resize(width, height, { fit: 'cover', kernel: 'lanczos3' })
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true })
    return toPlanes({ data: new Uint8Array(data.buffer, data.byteOffset, data.byteLength), width, height }, MULTIPLE)
  } catch (error) {
    throw new PainterError('photo_unreadable', 'This painting cannot be read.', { cause: error })
  }
}

/**
 * A painting (encoded) at any short side (px), each of them read once.
 * @throws PainterError `photo_unreadable`, when it is asked for
 */
export function showPainting(painting: Uint8Array): (shortSide: number) => Promise<PlanarPicture> {
  const shown = new Map<number, Promise<PlanarPicture>>()
  return (shortSide) => {
    const at = shown.get(shortSide) ?? show(painting, shortSide)
    shown.set(shortSide, at)
    return at
  }
}
