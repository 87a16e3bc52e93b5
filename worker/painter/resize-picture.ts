import sharp from 'sharp'
import { fitLongSide, type RgbPicture } from '@/lib/painting/rgb-picture'

/** The same picture with exactly this width and height (px). */
export async function resizeTo(picture: RgbPicture, width: number, height: number): Promise<RgbPicture> {
  if (width === picture.width && height === picture.height) return picture
  const raw = { width: picture.width, height: picture.height, channels: 3 } as const
  const data = await sharp(picture.data, { raw })
    .resize(width, height, { fit: 'fill', kernel: 'lanczos3' })
    .raw()
    .toBuffer()
  return { data: new Uint8Array(data.buffer, data.byteOffset, data.byteLength), width, height }
}

/** The same picture at another long side (px). */
export function resizePicture(picture: RgbPicture, longSide: number): Promise<RgbPicture> {
  const { width, height } = fitLongSide(picture.width, picture.height, longSide)
  return resizeTo(picture, width, height)
}
