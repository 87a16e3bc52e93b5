import { z } from 'zod'
import { HouseError } from '@/server/platform/errors'

/** Prisma's codes for a database that cannot be reached, or that has no connection to give in time; ETIMEDOUT is our own giving up. */
const prismaCodes = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'P2037', 'ETIMEDOUT'])
/** The same as the driver adapter names it, beneath raw queries. */
const driverKinds = new Set(['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout', 'TooManyConnections'])
/** SQLSTATE: connection lost, out of resources, shutting down, cut off by its time limit, deadlock or conflict undone. */
const passingStates = /^(08|53|57P|57014|40)/
/** What pg and its pool say without any code. */
const uncoded = new Set([
  'timeout exceeded when trying to connect',
  'Connection terminated due to connection timeout',
  'Connection terminated unexpectedly',
])

const databaseErrorSchema = z.object({
  code: z.string().optional(),
  message: z.string().optional(),
  meta: z
    .object({
      driverAdapterError: z.object({ cause: z.object({ kind: z.string(), originalCode: z.string().optional() }) }),
    })
    .optional()
    .catch(undefined),
})

/** Node's codes of a disk that is full, or has no room for this process. */
const fullDisk = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])

/** A database that is away or overrun for a moment, or a full disk, is `unavailable` and may be asked again; all else unforeseen is a defect. */
export function databaseRefusal(thrown: unknown): HouseError {
  if (!isPassing(thrown)) return new HouseError('internal', { cause: thrown })
  return new HouseError('unavailable', { cause: thrown, retryAfterSeconds: 2 })
}

function isPassing(thrown: unknown): boolean {
  const parsed = databaseErrorSchema.safeParse(thrown)
  if (!parsed.success) return false
  const { code = '', message = '', meta } = parsed.data
  const { kind = '', originalCode = '' } = meta?.driverAdapterError.cause ?? {}
  return (
    fullDisk.has(code) ||
    prismaCodes.has(code) ||
    driverKinds.has(kind) ||
    passingStates.test(originalCode) ||
    uncoded.has(message)
  )
}
