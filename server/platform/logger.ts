import pino from 'pino'
import { env } from './env'

/** What a log needs of an error. Drivers hang their whole connection on theirs, password and all, so nothing else passes. */
function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) }
  const { code } = error as { code?: unknown }
  const cause = error.cause === undefined ? undefined : describeError(error.cause)
  return { type: error.name, message: error.message, code, stack: error.stack, cause }
}

/** JSON lines on stdout. Never log bodies, cookies, tokens or file names: the paths below are a net, not a licence. */
export const logger = pino({
  level: env.LOG_LEVEL,
  serializers: { err: describeError },
  base: { pid: process.pid },
  redact: ['*.password', '*.token', '*.cookie', '*.authorization', '*.AUTH_SECRET', '*.DATABASE_URL', '*.REDIS_URL'],
  timestamp: pino.stdTimeFunctions.isoTime,
})
