import { type ErrorCode, errorTable } from '@/lib/contracts/errors'

interface Details {
  /** Field path -> what is wrong with it. */
  fields?: Record<string, string>
  retryAfterSeconds?: number
  /** Further headers of the answer. */
  headers?: Record<string, string>
  /** For the log only. */
  cause?: unknown
}

/** A refusal that a person may read. Anything else that is thrown is a defect and reaches people as `internal`. */
export class HouseError extends Error {
  readonly code: ErrorCode
  readonly fields?: Record<string, string>
  readonly retryAfterSeconds?: number
  readonly headers: Readonly<Record<string, string>>

  constructor(code: ErrorCode, details: Details = {}) {
    super(errorTable[code].message, { cause: details.cause })
    this.name = 'HouseError'
    this.code = code
    this.fields = details.fields
    this.retryAfterSeconds = details.retryAfterSeconds
    this.headers = details.headers ?? {}
  }

  get status(): number {
    return errorTable[this.code].status
  }
}

export function fail(code: ErrorCode, details?: Details): never {
  throw new HouseError(code, details)
}
