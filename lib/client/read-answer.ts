import { queuePositionHeader, queueTokenHeader } from '@/lib/contracts/admission'
import { errorSchema } from '@/lib/contracts/common'
import { ApiError, codeFor } from './api-error'

export interface RawAnswer {
  status: number
  text: string
  /** Value of a response header, or null. */
  header: (name: string) => string | null
}

/**
 * The JSON of a successful answer, still unchecked.
 * @throws ApiError for every other status, and for a success that is not JSON.
 */
export function readAnswer(answer: RawAnswer): unknown {
  const json = parseJson(answer.text)
  if (answer.status >= 200 && answer.status < 300) {
    const requestId = answer.header('X-Request-Id') ?? undefined
    if (json === undefined) throw new ApiError({ code: 'internal', message: null, status: 502, requestId })
    return json
  }
  const parsed = errorSchema.safeParse(json)
  const error = parsed.success ? parsed.data.error : undefined
  throw new ApiError({
    code: codeFor(answer.status, error?.code),
    message: error?.message ?? null,
    status: answer.status,
    requestId: error?.requestId ?? answer.header('X-Request-Id') ?? undefined,
    fields: error?.fields,
    retryAfterSeconds: retryAfter(answer.header('Retry-After'), Date.now()),
    queueToken: answer.header(queueTokenHeader) ?? undefined,
    queuePosition: position(answer.header(queuePositionHeader)),
  })
}

function position(value: string | null): number | undefined {
  return value !== null && /^\d{1,9}$/.test(value) ? Number(value) : undefined
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Seconds to wait by a Retry-After header: a number, or a date (RFC 9110, 10.2.3). `now` in ms since 1970. */
export function retryAfter(value: string | null, now: number): number | undefined {
  if (value === null || value.trim() === '') return undefined
  const seconds = Number(value)
  if (Number.isFinite(seconds)) return Math.max(0, seconds)
  const date = Date.parse(value)
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - now) / 1000))
}
