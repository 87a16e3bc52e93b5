import { trace } from '@opentelemetry/api'
import pino, { type DestinationStream, type Logger } from 'pino'
import { env } from './env'
import { currentRequest } from './request-context'
import { version } from './version'

/** Passwords inside addresses, which drivers like to quote. */
const withoutCredentials = (text: string) => text.replace(/(\w+:\/\/[^\s:/@]*):[^\s@/]*@/g, '$1:[Redacted]@')

/** What a log needs of an error. Drivers hang their whole connection on theirs, password and all, so nothing else passes. */
function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: withoutCredentials(String(error)) }
  const { code } = error as { code?: unknown }
  const cause = error.cause === undefined ? undefined : describeError(error.cause)
  const stack = error.stack && withoutCredentials(error.stack)
  return { type: error.name, message: withoutCredentials(error.message), code, stack, cause }
}

const secretNames = [
  ...['authorization', 'cookie', 'set-cookie', 'password', 'token', 'accessToken', 'refreshToken'],
  ...['AUTH_SECRET', 'METRICS_TOKEN', 'DATABASE_URL', 'REDIS_URL', 'REDIS_CACHE_URL', 'connectionString'],
  ...['S3_SECRET_ACCESS_KEY', 'secretAccessKey', 'SMTP_URL', 'OPERATOR_PASSWORD', 'accessKeyId'],
]
/** Levels of an object that are searched for them: `{err}`, `{request: {headers: {cookie}}}` and one more. */
const depth = 4

const redact = Array.from({ length: depth }, (_, level) => '*.'.repeat(level)).flatMap((above) =>
  secretNames.map((name) => (name.includes('-') ? `${above.slice(0, -1)}["${name}"]` : `${above}${name}`)),
)

/** Which request, and which trace, a line belongs to. */
function origin(): Record<string, string> {
  const requestId = currentRequest()?.requestId
  const span = trace.getActiveSpan()?.spanContext()
  return { ...(requestId && { requestId }), ...(span && { traceId: span.traceId }) }
}

/** JSON lines, on stdout where nothing else is given. */
export function createLogger(destination?: DestinationStream): Logger {
  const options = {
    level: env.LOG_LEVEL,
    serializers: { err: describeError },
    base: { pid: process.pid, version },
    mixin: origin,
    redact,
    timestamp: pino.stdTimeFunctions.isoTime,
  }
  return destination ? pino(options, destination) : pino(options)
}

/** Never log bodies, cookies, tokens or file names: what is taken out of lines is a net, not a licence. */
export const logger: Logger = createLogger()
