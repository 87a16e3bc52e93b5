import type { DeviceManner } from '@/lib/contracts/styles'

/** What is to be painted on this device, and how. */
export interface DeviceWish {
  photo: Blob
  manner: DeviceManner
  /** A second manner of the same network, and its part, 0 to 1; null for one alone. */
  blend: { manner: DeviceManner; part: number } | null
  /** 0 fine to 1 broad; 0 gives the photo back to 1 the full painting. */
  strokes: number
  strength: number
  keepColours: boolean
  /** Long side of the finished picture, px. */
  longSide: number
}

/** Whichever comes to an end first: nothing else follows `finished` and `failed`. */
export type FromDevicePainter =
  /** Share of the network and what runs it that is here, 0 to 1. */
  | { kind: 'fetched'; share: number }
  /** A true painting of that size, JPEG; `progress` of all the work, 0 to 1. */
  | { kind: 'painted'; picture: Blob; width: number; height: number; progress: number }
  | { kind: 'finished' }
  | { kind: 'failed'; why: DeviceFault }

/** The photo cannot be read here; the network did not arrive; this device cannot paint. */
export type DeviceFault = 'photo' | 'network' | 'device'
