import pino from 'pino'
import { env } from './env'

/** JSON lines on stdout. Never log bodies, cookies, tokens or file names: the paths below are a net, not a licence. */
export const logger = pino({
  level: env.LOG_LEVEL,
  base: { pid: process.pid },
  redact: ['*.password', '*.token', '*.cookie', '*.authorization', '*.AUTH_SECRET', '*.DATABASE_URL', '*.REDIS_URL'],
  timestamp: pino.stdTimeFunctions.isoTime,
})
