import type { ErrorCode } from '@/lib/contracts/errors'
import { photoLimits } from '@/lib/contracts/portraits'

/** What can be said about a photo before it is sent; the server looks again and has the last word. */
export type PhotoFault = Extract<ErrorCode, `photo_${string}`>

type PhotoType = (typeof photoLimits.mimeTypes)[number]

/** The kind of picture by its first 16 bytes; null for anything that is not painted from. */
export function sniffPhoto(head: Uint8Array): PhotoType | null {
  const text = String.fromCharCode(...head.subarray(0, 16))
  if (text.startsWith('\xff\xd8\xff')) return 'image/jpeg'
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png'
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'image/webp'
  if (text.slice(4, 8) === 'ftyp' && ['avif', 'avis'].includes(text.slice(8, 12))) return 'image/avif'
  return null
}

/** What is wrong with a file by its length (bytes) and its first bytes. */
export function checkFile(bytes: number, head: Uint8Array): PhotoFault | null {
  if (bytes === 0) return 'photo_empty'
  if (bytes > photoLimits.bytes) return 'photo_too_large'
  return sniffPhoto(head) === null ? 'photo_unsupported' : null
}

/** What is wrong with a picture of this many pixels. */
export function checkDimensions(width: number, height: number): PhotoFault | null {
  const short = Math.min(width, height)
  if (width * height > photoLimits.pixels) return 'photo_too_many_pixels'
  if (short < photoLimits.shortestSide) return 'photo_too_small'
  return Math.max(width, height) / short > photoLimits.longestRatio ? 'photo_too_narrow' : null
}

export interface CheckedPhoto {
  file: File
  /** Address of the picture in this browser; to be revoked by whoever lets go of the photo. */
  url: string
  /** Pixels as seen, turned as the camera was held. */
  width: number
  height: number
}

/** Looks at a chosen file in the browser, without drawing it. */
export async function checkPhoto(file: File): Promise<CheckedPhoto | PhotoFault> {
  const head = new Uint8Array(await file.slice(0, 16).arrayBuffer())
  const fault = checkFile(file.size, head)
  if (fault) return fault
  const url = URL.createObjectURL(file)
  const size = await measure(url)
  const sizeFault = size ? checkDimensions(size.width, size.height) : 'photo_damaged'
  if (size && !sizeFault) return { file, url, ...size }
  URL.revokeObjectURL(url)
  return sizeFault ?? 'photo_damaged'
}

function measure(url: string): Promise<{ width: number; height: number } | null> {
  return new Promise((resolve) => {
    const image = new Image()
    image.onload = () => resolve({ width: image.naturalWidth, height: image.naturalHeight })
    image.onerror = () => resolve(null)
    image.src = url
  })
}
