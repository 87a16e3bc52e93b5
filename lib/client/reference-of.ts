import { ApiError } from './api-error'

/**
 * The id under which the house's logs have what went wrong, for whoever asks for help. Null where there is none, and where the sentence
 * says all there is to know: a refusal is no failure.
 */
export function referenceOf(error: unknown): string | null {
  if (!(error instanceof ApiError)) return null
  return error.code === 'internal' || error.code === 'unavailable' ? error.requestId : null
}
