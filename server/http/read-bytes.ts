import type { ErrorCode } from '@/lib/contracts/errors'
import { fail } from '@/server/platform/errors'
import { NodeRequest } from './node-request'

/**
 * The body, never holding more than `limit` bytes of it: the declared length is checked first, then what really comes.
 *
 * @throws {HouseError} `tooLarge`
 */
export async function readBytes(
  request: Request,
  limit: number,
  tooLarge: ErrorCode,
): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) fail(tooLarge)
  const parts: AsyncIterable<Uint8Array> | null = request instanceof NodeRequest ? request.parts() : request.body
  if (!parts) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const part of parts) {
    length += part.byteLength
    if (length > limit) fail(tooLarge)
    chunks.push(part)
  }
  return joined(chunks, length)
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
