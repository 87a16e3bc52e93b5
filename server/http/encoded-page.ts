import { createHash } from 'node:crypto'
import { type Encoding, encodeBytes } from './encoding'

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
    const made = this.made.get(encoding) ?? encodeBytes(this.bytes, encoding)
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
