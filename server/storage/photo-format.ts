/** Those that can be painted. */
export type PhotoFormat = 'jpeg' | 'png' | 'webp' | 'avif'

const ascii = (bytes: Uint8Array, from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to))

/**
 * The format by the file's first bytes, whatever its name or declared type; null for anything else (SVG, HTML, archives).
 * JPEG: ITU T.81 B.1.1; PNG: ISO 15948 5.2; WebP: RFC 9649 2.4; AVIF: ISO 23000-22, brand avif (avis is a sequence);
 * GIF: GIF89a 17.
 */
export function photoFormat(bytes: Uint8Array): PhotoFormat | 'gif' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg'
  if (bytes[0] === 0x89 && ascii(bytes, 1, 8) === 'PNG\r\n\x1a\n') return 'png'
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return 'webp'
  if (ascii(bytes, 4, 8) === 'ftyp' && ['avif', 'avis'].includes(ascii(bytes, 8, 12))) return 'avif'
  if (['GIF87a', 'GIF89a'].includes(ascii(bytes, 0, 6))) return 'gif'
  return null
}

/** Content type of a stored picture, by its first bytes: those of earlier releases are WebP, those of this one JPEG. */
export function pictureContentType(bytes: Uint8Array): string {
  const format = photoFormat(bytes)
  return format ? `image/${format}` : 'application/octet-stream'
}

/** Moving pictures: GIF of several images, APNG (an acTL chunk before the first IDAT), animated WebP (VP8X flag 0x02), AVIF sequences. */
export function isAnimated(bytes: Uint8Array, format: PhotoFormat | 'gif'): boolean {
  if (format === 'webp') return ascii(bytes, 12, 16) === 'VP8X' && ((bytes[20] ?? 0) & 0x02) !== 0
  if (format === 'avif') return ascii(bytes, 8, 12) === 'avis'
  if (format === 'gif') return hasSecondImage(bytes)
  return format === 'png' && hasAnimationControl(bytes)
}

function hasAnimationControl(png: Uint8Array): boolean {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength)
  for (let at = 8; at + 8 <= png.length; ) {
    const kind = ascii(png, at + 4, at + 8)
    if (kind === 'acTL') return true
    if (kind === 'IDAT') return false
    at += 12 + view.getUint32(at)
  }
  return false
}

/** Bytes of a colour table (GIF89a 19, 21), by the flags of its descriptor. */
const colourTable = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 0x07) + 1) : 0)

/** Walks over blocks, GIF89a 15 and 20 to 24, until a second image begins; decodes nothing. */
function hasSecondImage(gif: Uint8Array): boolean {
  const byte = (at: number) => gif[at] ?? 0
  let images = 0
  for (let at = 13 + colourTable(byte(10)); at < gif.length; ) {
    if (byte(at) === 0x2c) {
      images += 1
      if (images === 2) return true
      at += 11 + colourTable(byte(at + 9))
    } else if (byte(at) === 0x21) at += 2
    else return false
    while (byte(at) > 0) at += 1 + byte(at)
    at += 1
  }
  return false
}
