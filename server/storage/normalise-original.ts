import { uploadLimits } from '@/lib/contracts/uploads'
import { fail } from '@/server/platform/errors'
import { decodingLimits } from './decoding/photo-decoder'
import { decodeChecked } from './normalise-photo'

/** Large enough for a visitor's nose at the wall: a metre of canvas at 8 pixels a millimetre. */
const KEPT_LONG_SIDE = 8192

/**
 * A work's picture as we keep it: upright sRGB JPEG, long side at most 8192 px, opaque, without any metadata or tail. The same file
 * always gives the same bytes.
 *
 * @throws {HouseError} file_too_large, and what normalisePhoto throws
 */
export async function normaliseOriginal(bytes: Uint8Array): Promise<Buffer> {
  if (bytes.length > uploadLimits.bytes) fail('file_too_large')
  return decodeChecked(bytes, { ...decodingLimits, keptLongSide: KEPT_LONG_SIDE })
}
