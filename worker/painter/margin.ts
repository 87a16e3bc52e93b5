import sharp from 'sharp'
import type { RgbPicture } from '@/lib/painting/rgb-picture'

/** Pixels mirrored around a picture that is refined or measured: at its own border the networks see too little to pull at it rightly. */
export const MARGIN = 16

const rawOf = ({ width, height }: RgbPicture) => ({ width, height, channels: 3 }) as const

/** The picture with `margin` px of its mirror image on every side; what is smaller than that repeats. */
export async function addMargin(picture: RgbPicture, margin: number): Promise<RgbPicture> {
  const { data, info } = await sharp(picture.data, { raw: rawOf(picture) })
    .extend({ top: margin, bottom: margin, left: margin, right: margin, extendWith: 'mirror' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data: new Uint8Array(data.buffer, data.byteOffset, data.byteLength), width: info.width, height: info.height }
}

/** The picture without what addMargin gave it. */
export function cutMargin({ data, width, height }: RgbPicture, margin: number): RgbPicture {
  const size = { width: width - 2 * margin, height: height - 2 * margin }
  const inner = new Uint8Array(3 * size.width * size.height)
  for (let y = 0; y < size.height; y++) {
    const from = 3 * ((y + margin) * width + margin)
    inner.set(data.subarray(from, from + 3 * size.width), 3 * y * size.width)
  }
  return { data: inner, ...size }
}
