import { fitLongSide, type RgbPicture } from '@/lib/painting/rgb-picture'

const QUALITY = 0.92

function contextOf(width: number, height: number): OffscreenCanvasRenderingContext2D {
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('There is no canvas here.')
  return context
}

/** A photo of any kind that this browser reads, turned as EXIF says. */
export const openPhoto = (photo: Blob): Promise<ImageBitmap> =>
  createImageBitmap(photo, { imageOrientation: 'from-image' })

/** With the given long side (px); transparency is laid on white. */
export function photoAt(bitmap: ImageBitmap, longSide: number): RgbPicture {
  const { width, height } = fitLongSide(bitmap.width, bitmap.height, longSide)
  const context = contextOf(width, height)
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  context.imageSmoothingQuality = 'high'
  context.drawImage(bitmap, 0, 0, width, height)
  const { data } = context.getImageData(0, 0, width, height)
  return {
    data: Uint8Array.from({ length: 3 * width * height }, (_, i) => data[i + Math.floor(i / 3)] as number),
    width,
    height,
  }
}

/** JPEG, which every browser writes, and every program reads. */
export async function writePicture({ data, width, height }: RgbPicture): Promise<Blob> {
  const pixels = new Uint8ClampedArray(4 * width * height).fill(255)
  for (let i = 0; i < data.length; i++) pixels[i + Math.floor(i / 3)] = data[i] as number
  const context = contextOf(width, height)
  context.putImageData(new ImageData(pixels, width, height), 0, 0)
  return context.canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY })
}
