import { type ErrorCode, errorTable } from '@/lib/contracts/errors'

/** `offline`: the house could not be reached at all, so nobody knows whether the request was carried out. */
export type ApiErrorCode = ErrorCode | 'offline'

export interface ApiErrorDetails {
  code: ApiErrorCode
  /** The server's sentence in the visitor's language; null when the answer carried none, and the interface has to find one. */
  message: string | null
  /** HTTP status; 0 when there was no answer. */
  status: number
  requestId?: string
  fields?: Record<string, string>
  retryAfterSeconds?: number
  /** Of an order that came to a closed door: what its next try brings along, and how many come before it, about. */
  queueToken?: string
  queuePosition?: number
}

/** A request that was refused or did not arrive. */
export class ApiError extends Error {
  readonly code: ApiErrorCode
  readonly sentence: string | null
  readonly status: number
  readonly requestId: string | null
  readonly fields: Record<string, string>
  readonly retryAfterSeconds: number | null
  readonly queueToken: string | null
  readonly queuePosition: number | null

  constructor(details: ApiErrorDetails) {
    super(details.message ?? details.code)
    this.name = 'ApiError'
    this.code = details.code
    this.sentence = details.message
    this.status = details.status
    this.requestId = details.requestId ?? null
    this.fields = details.fields ?? {}
    this.retryAfterSeconds = details.retryAfterSeconds ?? null
    this.queueToken = details.queueToken ?? null
    this.queuePosition = details.queuePosition ?? null
  }

  /** True when the same request may well succeed later: no network, a server in trouble, or too fast. */
  get isTransient(): boolean {
    return this.code === 'offline' || this.status >= 500 || [408, 425, 429].includes(this.status)
  }
}

export function offlineError(): ApiError {
  return new ApiError({ code: 'offline', message: null, status: 0 })
}

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(errorTable, code)
}

const codeByStatus: Record<number, ErrorCode> = {
  401: 'not_signed_in',
  403: 'forbidden',
  404: 'not_found',
  405: 'method_not_allowed',
  409: 'conflict',
  413: 'body_too_large',
  415: 'unsupported_media_type',
  429: 'too_many_requests',
}

/** The code an answer means: its own if this build knows it, else the nearest by status (a proxy's page, a newer server). */
export function codeFor(status: number, code: string | undefined): ErrorCode {
  if (code !== undefined && isErrorCode(code)) return code
  if (status >= 500) return status === 500 ? 'internal' : 'unavailable'
  return codeByStatus[status] ?? 'invalid_request'
}
