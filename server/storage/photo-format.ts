export type PhotoFormat = 'jpeg' | 'png' | 'webp' | 'avif'

const ascii = (bytes: Uint8Array, from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to))

/**
 * The format by the file's first bytes, whatever its name or declared type; null for anything else (SVG, GIF, HTML, archives).
 * JPEG: ITU T.81 B.1.1; PNG: ISO 15948 5.2; WebP: RFC 9649 2.4; AVIF: ISO 23000-22, brand avif (avis is a sequence).
 */
export function photoFormat(bytes: Uint8Array): PhotoFormat | null {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg'
  if (bytes[0] === 0x89 && ascii(bytes, 1, 8) === 'PNG\r\n\x1a\n') return 'png'
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return 'webp'
  if (ascii(bytes, 4, 8) === 'ftyp' && ['avif', 'avis'].includes(ascii(bytes, 8, 12))) return 'avif'
  return null
}

/** Moving pictures: APNG (an acTL chunk before the first IDAT), animated WebP (VP8X flag 0x02), AVIF sequences. */
export function isAnimated(bytes: Uint8Array, format: PhotoFormat): boolean {
  if (format === 'webp') return ascii(bytes, 12, 16) === 'VP8X' && ((bytes[20] ?? 0) & 0x02) !== 0
  if (format === 'avif') return ascii(bytes, 8, 12) === 'avis'
  if (format !== 'png') return false
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 8; at + 8 <= bytes.length; ) {
    const kind = ascii(bytes, at + 4, at + 8)
    if (kind === 'acTL') return true
    if (kind === 'IDAT') return false
    at += 12 + view.getUint32(at)
  }
  return false
}
