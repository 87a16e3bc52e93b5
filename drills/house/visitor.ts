import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import type { History } from '../history/history'
import { outcomeOf } from '../history/operation'
import { type Answer, type Call, jsonOf, send } from './send'

/** What a drill's orders ask for: the quickest painting there is, unless told otherwise. */
export interface Wishes {
  quality?: 'SKETCH' | 'PAINTING' | 'MASTER'
  size?: number
  strength?: number
}

let addresses = 0
/** Addresses of the range for benchmarks (RFC 2544), each used once. */
function newAddress(): string {
  addresses += 1
  return `198.${18 + ((addresses >> 16) & 1)}.${(addresses >> 8) & 255}.${addresses & 255}`
}

/** A small photo that nobody has had before. */
export async function newPhoto(): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 120, sigma: 60 } as const
  const create = { width: 96, height: 72, channels: 3 as const, background: '#000', noise }
  return sharp({ create }).jpeg().toBuffer()
}

/** The body of an order, as a browser's form sends it. */
export async function orderForm(style: string, photo: Uint8Array, wishes: Wishes = {}) {
  const form = new FormData()
  form.set('style', style)
  form.set('quality', wishes.quality ?? 'SKETCH')
  form.set('size', String(wishes.size ?? 512))
  if (wishes.strength !== undefined) form.set('strength', String(wishes.strength))
  form.set('photo', new Blob([new Uint8Array(photo)], { type: 'image/jpeg' }), 'a.jpg')
  const encoded = new Response(form)
  const type = encoded.headers.get('content-type') ?? ''
  return { body: Buffer.from(await encoded.arrayBuffer()), headers: { 'content-type': type } }
}

/** Somebody with an address, a cookie and a memory of everything they did. */
export class Visitor {
  private readonly cookies = new Map<string, string>()
  private readonly address = newAddress()
  personId = ''

  constructor(
    private readonly base: () => string,
    private readonly history: History,
    private readonly isKept = true,
  ) {}

  /** Who one is, for calls and sockets. */
  headers(): Record<string, string> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    return { 'x-forwarded-for': this.address, ...(cookie && { cookie }) }
  }

  async call(call: Omit<Call, 'url'> & { path: string }): Promise<Answer> {
    const { path, headers, ...rest } = call
    const sent = { ...headers, ...this.headers() }
    const answer = await send({ ...rest, url: `${this.base()}${path}`, headers: sent }, this.isKept)
    for (const line of answer.headers['set-cookie'] ?? []) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      this.cookies.set(name, value)
    }
    return answer
  }

  /** Becomes a guest whose number is known, by a favourite that is set and taken back. */
  async comeIn(artworkId: string): Promise<this> {
    for (const isSet of [true, false]) {
      const { status } = await this.call({
        method: isSet ? 'PUT' : 'DELETE',
        path: `/api/artworks/${artworkId}/favourite`,
      })
      if (status !== 200) throw new Error(`a visitor could not come in: ${status}`)
    }
    await this.lookUpMyself()
    return this
  }

  /** Becomes an artist with an account. */
  async signUp(): Promise<this> {
    const body = { name: 'Ada', email: `${randomUUID()}@example.org`, password: 'only-for-drills' }
    const { status } = await this.call({
      method: 'POST',
      path: '/api/account/sign-up',
      headers: { 'content-type': 'application/json' },
      body: Buffer.from(JSON.stringify(body)),
    })
    if (status !== 201) throw new Error(`an artist could not sign up: ${status}`)
    await this.lookUpMyself()
    return this
  }

  private async lookUpMyself() {
    const { person } = jsonOf(await this.call({ method: 'GET', path: '/api/me' })) as { person?: { id: string } }
    if (!person) throw new Error('the house does not know who we are')
    this.personId = person.id
  }

  async mark(kind: 'like' | 'favourite', artworkId: string, isSet: boolean): Promise<Answer> {
    const invokedAt = Date.now()
    const path = `/api/artworks/${artworkId}/${kind}`
    const answer = await this.call({ method: isSet ? 'PUT' : 'DELETE', path })
    const { personId } = this
    const outcome = outcomeOf(answer.status)
    this.history.add({
      kind,
      personId,
      artworkId,
      isSet,
      outcome,
      invokedAt,
      endedAt: Date.now(),
      status: answer.status,
    })
    return answer
  }

  /** Orders a portrait; the same key again is the same order. */
  async order(style: string, { key = randomUUID(), photo, ...wishes }: Wishes & { key?: string; photo?: Buffer } = {}) {
    const { body, headers } = await orderForm(style, photo ?? (await newPhoto()), wishes)
    const invokedAt = Date.now()
    const answer = await this.call({
      method: 'POST',
      path: '/api/portraits',
      headers: { ...headers, 'idempotency-key': key },
      body,
    })
    const outcome = outcomeOf(answer.status)
    const orderId = outcome === 'ok' ? String(jsonOf(answer).id) : undefined
    this.history.add({ kind: 'order', key, orderId, outcome, invokedAt, endedAt: Date.now(), status: answer.status })
    return { answer, orderId, key }
  }

  /** Hangs a finished portrait in one's own room. */
  async hang(orderId: string): Promise<Answer> {
    const invokedAt = Date.now()
    const answer = await this.call({
      method: 'POST',
      path: `/api/portraits/${orderId}/hang`,
      headers: { 'content-type': 'application/json' },
      body: Buffer.from(JSON.stringify({ title: 'Me' })),
    })
    const { error } = jsonOf(answer) as { error?: { code?: string } }
    // Said to the one who asks again after an answer was lost: it hangs.
    const outcome = error?.code === 'already_hung' ? 'ok' : outcomeOf(answer.status)
    this.history.add({ kind: 'hanging', orderId, outcome, invokedAt, endedAt: Date.now(), status: answer.status })
    return answer
  }
}
