import { z } from 'zod'

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
  'Client has encountered a connection error and is not queryable',
  'Client was closed and is not queryable',
])

const errorSchema = z.object({
  code: z.string().optional(),
  message: z.string().optional(),
  meta: z
    .object({
      driverAdapterError: z.object({ cause: z.object({ kind: z.string(), originalCode: z.string().optional() }) }),
    })
    .optional()
    .catch(undefined),
})

/** Node's codes of a line that broke, or could not be laid. */
const brokenLine = new Set([
  'ECONNRESET',
  'ECONNREFUSED',
  'ECONNABORTED',
  'EPIPE',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EAI_AGAIN',
])
/** Node's codes of a disk that is full, or has no room for this process. */
const fullDisk = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])

/**
 * Whether an error is that of a neighbour (database, queue, store, disk) that is away, overrun or full for the moment, said by its driver
 * or by the house itself (HouseError unavailable): what was tried may be tried again.
 */
export function isPassing(thrown: unknown): boolean {
  const parsed = errorSchema.safeParse(thrown)
  if (!parsed.success) return false
  const { code = '', message = '', meta } = parsed.data
  const { kind = '', originalCode = '' } = meta?.driverAdapterError.cause ?? {}
  return (
    code === 'unavailable' ||
    brokenLine.has(code) ||
    fullDisk.has(code) ||
    prismaCodes.has(code) ||
    driverKinds.has(kind) ||
    passingStates.test(originalCode) ||
    uncoded.has(message)
  )
}
