import type { Logger } from 'pino'
import { isDoorRefusal } from '@/lib/contracts/admission'
import type { ErrorBody } from '@/lib/contracts/common'
import type { Locale } from '@/lib/i18n/locale'
import { errorMessages } from '@/lib/i18n/messages/errors'
import { countRefusal } from '@/server/metrics/http-metrics'
import { HouseError } from '@/server/platform/errors'
import { databaseRefusal } from './database-refusal'

interface Circumstances {
  requestId: string
  locale: Locale
  log: Logger
  /** The contract's path. */
  route: string
}

/** What people and programs are told about something that was thrown; defects are logged whole and told as `internal`. */
export function errorResponse(thrown: unknown, { requestId, locale, log, route }: Circumstances): Response {
  const refusal = thrown instanceof HouseError ? thrown : databaseRefusal(thrown)
  if (refusal.status >= 500 && !isDoorRefusal(refusal.code))
    log.error({ err: refusal.cause ?? thrown, code: refusal.code }, 'request failed')
  const { code, fields, retryAfterSeconds } = refusal
  countRefusal(route, code)
  const body: ErrorBody = {
    error: { code, message: errorMessages[locale][code], requestId, ...(fields && { fields }) },
  }
  const headers = new Headers({ 'Cache-Control': 'no-store' })
  if (retryAfterSeconds !== undefined) headers.set('Retry-After', String(Math.ceil(retryAfterSeconds)))
  return Response.json(body, { status: refusal.status, headers })
}
