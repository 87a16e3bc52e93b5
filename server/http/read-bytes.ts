import type { ErrorCode } from '@/lib/contracts/errors'
import { fail } from '@/server/platform/errors'
import { shared } from '@/server/platform/shared'
import { NodeRequest } from './node-request'

/** Bodies that are coming in hold so many bytes together, in this process: a crowd with large photos must not take all its memory. */
const mostHeld = 192 * 2 ** 20
const held = () => shared('bodies', () => ({ bytes: 0 }))

interface Refusals {
  tooLarge: ErrorCode
  /** Where the process holds all that it may already. */
  crowded?: ErrorCode
}

/**
 * The body, never holding more than `limit` bytes of it: the declared length is checked first, then what really comes.
 *
 * @throws {HouseError} `tooLarge`, `crowded` (unavailable unless said)
 */
export async function readBytes(
  request: Request,
  limit: number,
  { tooLarge, crowded = 'unavailable' }: Refusals,
): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) fail(tooLarge)
  const parts: AsyncIterable<Uint8Array> | null = request instanceof NodeRequest ? request.parts() : request.body
  if (!parts) return new Uint8Array()
  const chunks: Uint8Array[] = []
  const all = held()
  let length = 0
  try {
    for await (const part of parts) {
      length += part.byteLength
      all.bytes += part.byteLength
      if (length > limit) fail(tooLarge)
      if (all.bytes > mostHeld) fail(crowded, { retryAfterSeconds: 2 })
      chunks.push(part)
    }
    return joined(chunks, length)
  } finally {
    all.bytes -= length
  }
}

function joined(chunks: Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length)
  let offset = 0
  for (const chunk of chunks) {
    whole.set(chunk, offset)
    offset += chunk.byteLength
  }
  return whole
}
