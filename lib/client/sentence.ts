import type { Locale } from '@/lib/i18n/locale'
import { engagementMessages } from '@/lib/i18n/messages/engagement'
import { errorMessages } from '@/lib/i18n/messages/errors'
import { ApiError } from './api-error'

/** The sentence for a person about any error a request can end with: the server's own, else the one for its code. */
export function sentenceFor(error: unknown, locale: Locale): string {
  if (!(error instanceof ApiError)) return errorMessages[locale].internal
  if (error.code === 'offline') return engagementMessages[locale].offline
  return error.sentence ?? errorMessages[locale][error.code]
}
