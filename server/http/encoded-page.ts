import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

export type Encoding = 'br' | 'gzip' | 'identity'

const compressors = {
  // 5 takes a third of the time of 6 and gives about the same; what changes each second on a hot page must be cheap.
  br: (bytes: Buffer) =>
    promisify(brotliCompress)(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }),
  gzip: (bytes: Buffer) => promisify(gzip)(bytes),
  identity: async (bytes: Buffer) => bytes,
} as const

/** A page's bytes in every encoding that somebody asked for, each made once. */
export class EncodedPage {
  readonly bytes: Buffer
  private readonly hash: string
  private readonly made = new Map<Encoding, Promise<Buffer>>()
  private readonly ready = new Map<Encoding, Buffer>()

  constructor(html: string) {
    this.bytes = Buffer.from(html)
    this.ready.set('identity', this.bytes)
    this.hash = createHash('sha256').update(this.bytes).digest('base64url').slice(0, 22)
  }

  /** At once where it is made already: a promise costs as much as all else about a kept page. */
  in(encoding: Encoding): Buffer | Promise<Buffer> {
    return this.ready.get(encoding) ?? this.make(encoding)
  }

  private make(encoding: Encoding): Promise<Buffer> {
    const made = this.made.get(encoding) ?? compressors[encoding](this.bytes)
    this.made.set(encoding, made)
    made.then(
      (bytes) => this.ready.set(encoding, bytes),
      () => this.made.delete(encoding),
    )
    return made
  }

  /** A strong validator (RFC 9110, section 8.8.3): another one for each encoding. */
  etag(encoding: Encoding): string {
    return encoding === 'identity' ? `"${this.hash}"` : `"${this.hash}-${encoding}"`
  }
}

/** The encoding of ours that `Accept-Encoding` likes (RFC 9110, section 12.5.3): what it refuses with q=0 is not given. */
export function pickEncoding(acceptEncoding: string | undefined): Encoding {
  if (!acceptEncoding) return 'identity'
  const wishes = new Map(acceptEncoding.split(',').map(readWish))
  if (isLiked('br', wishes)) return 'br'
  return isLiked('gzip', wishes) ? 'gzip' : 'identity'
}

function readWish(part: string): [name: string, quality: number] {
  const [name = '', ...parameters] = part
    .trim()
    .toLowerCase()
    .split(/\s*;\s*/)
  const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2)
  return [name, quality === undefined ? 1 : Number(quality)]
}

function isLiked(name: Encoding, wishes: ReadonlyMap<string, number>): boolean {
  return (wishes.get(name) ?? wishes.get('*') ?? 0) > 0
}
