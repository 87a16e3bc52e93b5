import { photoLimits } from '@/lib/contracts/portraits'
import { fail } from '@/server/platform/errors'
import type { DecodingLimits } from './decoding/decoder'
import { decodingLimits, photoDecoder } from './decoding/photo-decoder'
import { isAnimated, photoFormat } from './photo-format'

/** After so long a full line has room again: a photo of 12 megapixels is decoded within 0.2 s (docs/decisions/0084). */
const LINE_WAIT_S = 2

/**
 * A visitor's photo as we keep it: upright sRGB JPEG, long side at most 2048 px, opaque, without any metadata or tail.
 * The same file always gives the same bytes. It is looked at by its first bytes here; decoded it is in another process.
 *
 * @throws {HouseError} photo_*, photo_damaged also for one that hangs, overfills or crashes the process that decodes it;
 * photos_waiting when too many wait already, or this one waited too long; unavailable when that process was lost for another reason
 */
export async function normalisePhoto(bytes: Uint8Array): Promise<Buffer> {
  if (bytes.length > photoLimits.bytes) fail('photo_too_large')
  return decodeChecked(bytes, decodingLimits)
}

/** The same within other limits; how many bytes there may be is for the caller. */
export async function decodeChecked(bytes: Uint8Array, limits: DecodingLimits): Promise<Buffer> {
  if (bytes.length === 0) fail('photo_empty')
  const format = photoFormat(bytes)
  if (format && isAnimated(bytes, format)) fail('photo_animated')
  if (!format || format === 'gif') return fail('photo_unsupported')
  const answer = await photoDecoder.decode({ bytes, format, limits })
  if ('photo' in answer) return Buffer.from(answer.photo)
  if ('refusal' in answer) return fail(answer.refusal, { cause: answer.detail })
  if (answer.ended === 'busy') return fail('photos_waiting', { retryAfterSeconds: LINE_WAIT_S })
  if (answer.ended === 'lost') return fail('unavailable', { retryAfterSeconds: 5 })
  return fail('photo_damaged', { cause: answer.ended })
}
