import { HouseError } from '@/server/platform/errors'

/** Prisma's codes for a database that cannot be reached, or that has no connection to give in time. */
const unreachable = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'P2037', 'ECONNREFUSED', 'ECONNRESET'])

/** A database that is away for a moment is `unavailable` and may be asked again; everything else unforeseen is a defect. */
export function databaseRefusal(thrown: unknown): HouseError {
  const code = codeOf(thrown)
  if (code !== undefined && unreachable.has(code)) {
    return new HouseError('unavailable', { cause: thrown, retryAfterSeconds: 2 })
  }
  return new HouseError('internal', { cause: thrown })
}

function codeOf(thrown: unknown): string | undefined {
  if (typeof thrown !== 'object' || thrown === null) return undefined
  const code = 'code' in thrown ? thrown.code : undefined
  return typeof code === 'string' ? code : undefined
}
