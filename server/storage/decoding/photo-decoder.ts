import { photoLimits } from '@/lib/contracts/portraits'
import { shared } from '@/server/platform/shared'
import { DecoderPool } from './decoder-pool'

/** The largest painting that can be ordered from a photo is as long. */
const KEPT_LONG_SIDE = 2048

/** The dearest photo of 40 megapixels, an AVIF, was seen to take 0.8 GB and, on a busy core, 5 s: docs/decisions/0084. */
export const decodingLimits = {
  ...photoLimits,
  keptLongSide: KEPT_LONG_SIDE,
  memoryBytes: 1536 * 1024 * 1024,
  timeMs: 20_000,
}

export const photoDecoder = shared(
  'photo-decoder',
  () => new DecoderPool({ size: 2, waiting: 32, waitingBytes: 128 * 2 ** 20, waitMs: 20_000, photosEach: 100 }),
)
