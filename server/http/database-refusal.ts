import { HouseError } from '@/server/platform/errors'
import { isPassing } from '@/server/platform/is-passing'

/** A database that is away or overrun for a moment, or a full disk, is `unavailable` and may be asked again; all else unforeseen is a defect. */
export function databaseRefusal(thrown: unknown): HouseError {
  if (!isPassing(thrown)) return new HouseError('internal', { cause: thrown })
  return new HouseError('unavailable', { cause: thrown, retryAfterSeconds: 2 })
}
