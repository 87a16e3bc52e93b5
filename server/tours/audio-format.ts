import type { audioLimits } from '@/lib/contracts/tours'

type AudioType = (typeof audioLimits.mimeTypes)[number]

const text = (bytes: Uint8Array, from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to))

/**
 * What a recording is by its first bytes, whatever its name says; null for anything else. MP3 begins with an ID3 tag or a frame's
 * eleven bits (ISO/IEC 11172-3), M4A with `ftyp` (ISO/IEC 14496-12), Ogg with `OggS` (RFC 3533), WebM with EBML's number (RFC 8794).
 */
export function audioFormat(bytes: Uint8Array): AudioType | null {
  if (bytes.length < 16) return null
  if (text(bytes, 0, 3) === 'ID3') return 'audio/mpeg'
  if (text(bytes, 4, 8) === 'ftyp' && /^(?:M4A|mp4|isom|iso\d|dash)/.test(text(bytes, 8, 12))) return 'audio/mp4'
  if (text(bytes, 0, 4) === 'OggS') return 'audio/ogg'
  if (bytes[0] === 0x1a && bytes[1] === 0x45 && bytes[2] === 0xdf && bytes[3] === 0xa3) return 'audio/webm'
  const [first = 0, second = 0] = bytes
  // A layer of 0 is reserved: other files that happen to begin with these bits.
  return first === 0xff && (second & 0xe0) === 0xe0 && (second & 0x06) !== 0 ? 'audio/mpeg' : null
}
