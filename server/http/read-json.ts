import { fail } from '@/server/platform/errors'
import { readBytes } from './read-bytes'

const JSON_LIMIT = 1024 * 1024

/**
 * The body as JSON; undefined when there is none.
 *
 * @throws {HouseError} unsupported_media_type, body_too_large, invalid_json
 */
export async function readJson(request: Request): Promise<unknown> {
  const bytes = await readBytes(request, JSON_LIMIT, { tooLarge: 'body_too_large' })
  if (bytes.byteLength === 0) return undefined
  if (!isJson(request.headers.get('content-type'))) fail('unsupported_media_type')
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (cause) {
    fail('invalid_json', { cause })
  }
}

/** Whether a `Content-Type` says that a body is JSON. */
export function isJson(contentType: string | null): boolean {
  return contentType?.split(';')[0]?.trim().toLowerCase() === 'application/json'
}
