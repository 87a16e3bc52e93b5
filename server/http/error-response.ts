import type { Logger } from 'pino'
import type { ErrorBody } from '@/lib/contracts/common'
import type { Locale } from '@/lib/i18n/locale'
import { errorMessages } from '@/lib/i18n/messages/errors'
import { HouseError } from '@/server/platform/errors'
import { databaseRefusal } from './database-refusal'

interface Circumstances {
  requestId: string
  locale: Locale
  log: Logger
}

/** What people and programs are told about something that was thrown; defects are logged whole and told as `internal`. */
export function errorResponse(thrown: unknown, { requestId, locale, log }: Circumstances): Response {
  const refusal = thrown instanceof HouseError ? thrown : databaseRefusal(thrown)
  if (refusal.status >= 500) log.error({ err: refusal.cause ?? thrown, code: refusal.code }, 'request failed')
  const { code, fields, retryAfterSeconds } = refusal
  const body: ErrorBody = {
    error: { code, message: errorMessages[locale][code], requestId, ...(fields && { fields }) },
  }
  const headers = new Headers({ 'Cache-Control': 'no-store' })
  if (retryAfterSeconds !== undefined) headers.set('Retry-After', String(Math.ceil(retryAfterSeconds)))
  return Response.json(body, { status: refusal.status, headers })
}
