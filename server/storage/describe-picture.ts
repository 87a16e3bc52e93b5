import { createHash } from 'node:crypto'
import sharp from 'sharp'

export interface PictureFacts {
  sha256: string
  bytes: number
  mimeType: string
  width: number
  height: number
  /** 32 px WebP as a data URI. */
  blur: string
  /** Mean colour, #rrggbb. */
  colour: string
}

const mimeTypes: Record<string, string> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  heif: 'image/avif',
}

export const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** What the house wants to know of a picture before it keeps it. `bytes` are our own encoding, already checked. */
export async function describePicture(bytes: Uint8Array): Promise<PictureFacts> {
  const picture = sharp(bytes)
  const [{ width, height, format }, stats, small] = await Promise.all([
    picture.metadata(),
    sharp(bytes).resize(64, 64, { fit: 'fill' }).removeAlpha().stats(),
    sharp(bytes).resize(32, 32, { fit: 'inside' }).webp({ quality: 40 }).toBuffer(),
  ])
  const mimeType = mimeTypes[format]
  if (!mimeType) throw new Error(`unexpected picture format ${format}`)
  const hex = stats.channels.slice(0, 3).map((channel) => Math.round(channel.mean).toString(16).padStart(2, '0'))
  return {
    sha256: sha256Of(bytes),
    bytes: bytes.length,
    mimeType,
    width,
    height,
    blur: `data:image/webp;base64,${small.toString('base64')}`,
    colour: `#${hex.join('')}`,
  }
}
