import { fail } from '@/server/platform/errors'
import { byteRange } from './byte-range'

interface RangedFile {
  bytes: Buffer
  /** Names these bytes and no others, e.g. their SHA-256. */
  name: string
  /** Of the whole and of every part: what kind of file it is, how long it may be kept. */
  headers: Record<string, string>
}

/**
 * Answers with a file, or with the one part of it that is asked for: players probe a recording by its first two bytes, and some play none
 * that does not come in parts.
 *
 * @throws {HouseError} range_not_satisfiable
 */
export function answerRanged(asked: Pick<Request, 'method' | 'headers'>, file: RangedFile): Response {
  const { bytes, name } = file
  const size = bytes.length
  const tag = `"${name}"`
  const headers = new Headers({ ...file.headers, 'Accept-Ranges': 'bytes', ETag: tag })
  // A range is a matter of GET; HEAD tells of the whole.
  const range = asked.method === 'GET' ? byteRange(asked.headers, size, tag) : 'whole'
  if (range === 'unsatisfiable')
    fail('range_not_satisfiable', { headers: { 'Accept-Ranges': 'bytes', 'Content-Range': `bytes */${size}` } })
  const { first, last } = range === 'whole' ? { first: 0, last: size - 1 } : range
  headers.set('Content-Length', String(last - first + 1))
  if (range !== 'whole') headers.set('Content-Range', `bytes ${first}-${last}/${size}`)
  return new Response(new Uint8Array(bytes.subarray(first, last + 1)), {
    status: range === 'whole' ? 200 : 206,
    headers,
  })
}
