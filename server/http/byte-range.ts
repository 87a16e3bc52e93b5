/** A part of a file: its first and its last byte, both of them in it. */
export interface ByteRange {
  first: number
  last: number
}

/** One range, `first-last`, `first-` or `-length`. More than one is answered as none (RFC 9110, section 14.2, lets a server). */
const single = /^bytes=[ \t]*(?:(\d+)-(\d*)|-(\d+))[ \t]*$/i

/**
 * The part of `size` bytes that a request's `Range` and `If-Range` ask for (RFC 9110, sections 13.1.5 and 14.1.2). `whole` where none is
 * asked for, the wish is malformed or for several parts, or the asker holds parts of another file; `unsatisfiable` where no byte of
 * the file is in it.
 * @param tag the file's strong `ETag`, in its quotes
 */
export function byteRange(headers: Headers, size: number, tag: string): ByteRange | 'whole' | 'unsatisfiable' {
  const wish = single.exec(headers.get('range') ?? '')
  // A date or a weak tag never says that the file is the same, byte for byte.
  if (!wish || (headers.get('if-range') ?? tag) !== tag) return 'whole'
  const [, from, to, length] = wish
  if (from === undefined) return lastBytes(Number(length), size)
  const [first, last] = [Number(from), to ? Number(to) : Number.POSITIVE_INFINITY]
  if (last < first) return 'whole'
  return first < size ? { first, last: Math.min(last, size - 1) } : 'unsatisfiable'
}

function lastBytes(length: number, size: number): ByteRange | 'unsatisfiable' {
  if (length === 0 || size === 0) return 'unsatisfiable'
  return { first: Math.max(0, size - length), last: size - 1 }
}
