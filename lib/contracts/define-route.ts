import type { z } from 'zod'
import type { ErrorCode } from './errors'

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/**
 * Who may call: `anyone`; `guest` makes a guest identity for a caller who has none; `person` wants a session (guests too);
 * `account` wants a signed-up person. Finer rules are the domain functions' own.
 */
export type Caller = 'anyone' | 'guest' | 'person' | 'account'

export interface RouteContract<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Response extends z.ZodType = z.ZodType,
  Who extends Caller = Caller,
> {
  method: HttpMethod
  /** OpenAPI path: `/api/artworks/{id}/like`. */
  path: string
  summary: string
  caller: Who
  params?: Params
  query?: Query
  body?: Body
  /**
   * `form` is multipart/form-data with one file called `photo` beside the body's fields, `form-or-json` the same fields without a file as
   * JSON, too; `bytes` is one part of an upload, as it is.
   */
  bodyKind?: 'json' | 'form' | 'form-or-json' | 'bytes'
  /** Request headers that the route reads, each with its schema; all required. */
  headers?: Record<string, z.ZodType>
  /** The status of success, 200 unless said otherwise. */
  status?: number
  /** Absent for answers that are not JSON. */
  response?: Response
  responseType?: string
  errors: ErrorCode[]
}

/** Keeps the schemas' types; the contract itself is plain data from which OpenAPI and the route wrapper are made. */
export function defineRoute<
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Response extends z.ZodType,
  Who extends Caller,
>(contract: RouteContract<Params, Query, Body, Response, Who>): RouteContract<Params, Query, Body, Response, Who> {
  return contract
}
