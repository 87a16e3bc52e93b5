import { randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { changePerson } from '@/server/accounts/testing/change-person'
import { Visitor } from '@/server/http/testing/visitor'
import { db } from '@/server/platform/db'
import { env } from '@/server/platform/env'
import { claimed, makeMaster } from '@/server/portraits/testing/orders'
import { prepareQueue } from '@/server/queue/prepare-queue'
import { GET as readPicture } from '../pictures/[id]/[variant]/route'
import { POST as cancel } from './[id]/cancel/route'
import { POST as hang } from './[id]/hang/route'
import { POST as retry } from './[id]/retry/route'
import { GET as read, DELETE as remove } from './[id]/route'
import { POST as stop } from './[id]/stop/route'
import { GET as list, POST as order } from './route'

const style = 'test-style'

const photo = (width = 80, height = 60) =>
  sharp({
    create: { width, height, channels: 3, background: '#4477aa', noise: { type: 'gaussian', mean: 128, sigma: 40 } },
  })

interface Sending {
  bytes?: Uint8Array | null
  name?: string
  type?: string
  fields?: Record<string, string>
  headers?: Record<string, string>
}

async function send(
  visitor: Visitor,
  { bytes, name = 'me.jpg', type = 'image/jpeg', fields = {}, headers = {} }: Sending = {},
) {
  const body = new FormData()
  for (const [key, value] of Object.entries({ style, ...fields })) body.set(key, value)
  const file = bytes === undefined ? await photo().jpeg().toBuffer() : bytes
  if (file) body.set('photo', new Blob([new Uint8Array(file)], { type }), name)
  const encoded = new Request('http://gallery.test/', { method: 'POST', body })
  const contentType = encoded.headers.get('content-type') ?? ''
  return visitor.call(order, 'POST', '/api/portraits', {
    body: await encoded.arrayBuffer(),
    headers: { 'content-type': contentType, 'idempotency-key': randomUUID(), ...headers },
  })
}

/** Everything that an order would leave behind. */
async function traces() {
  const [orders, pictures, files, outbox] = await Promise.all([
    db.portraitOrder.count(),
    db.picture.count(),
    db.storedFile.count(),
    db.outboxEntry.count(),
  ])
  return { orders, pictures, files, outbox, people: await db.person.count() }
}

beforeAll(async () => {
  await prepareQueue()
  await makeMaster(style, 0)
})

describe('an order that is refused says why in both languages, and writes nothing', () => {
  const cases: [string, () => Promise<Sending>, number, string][] = [
    ['no photo', async () => ({ bytes: null }), 422, 'photo_missing'],
    ['an empty photo', async () => ({ bytes: new Uint8Array() }), 422, 'photo_empty'],
    [
      'an SVG',
      async () => ({ bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), type: 'image/svg+xml' }),
      415,
      'photo_unsupported',
    ],
    [
      'HTML that calls itself a PNG',
      async () => ({ bytes: Buffer.from('<html>'), name: 'a.png', type: 'image/png' }),
      415,
      'photo_unsupported',
    ],
    [
      'half a photo',
      async () => ({ bytes: (await photo(600, 400).jpeg().toBuffer()).subarray(0, 9000) }),
      422,
      'photo_damaged',
    ],
    [
      'more than 15 MiB',
      async () => ({ bytes: Buffer.concat([await photo().jpeg().toBuffer(), Buffer.alloc(15 * 1024 * 1024)]) }),
      413,
      'photo_too_large',
    ],
    [
      'more than 40 megapixels',
      async () => ({
        bytes: await sharp({ create: { width: 8000, height: 5001, channels: 3, background: '#fff' } })
          .png()
          .toBuffer(),
      }),
      413,
      'photo_too_many_pixels',
    ],
    ['an unknown style', async () => ({ fields: { style: 'nobody' } }), 422, 'style_unknown'],
    ['an unknown second style', async () => ({ fields: { blend: 'nobody' } }), 422, 'style_unknown'],
    ['a style blended with itself', async () => ({ fields: { blend: style } }), 422, 'invalid_request'],
    ['a part beyond its range', async () => ({ fields: { blendPart: '-0.1' } }), 422, 'invalid_request'],
    ['a strength beyond its range', async () => ({ fields: { strength: '1.5' } }), 422, 'invalid_request'],
    ['strokes beyond their range', async () => ({ fields: { strokes: '1.01' } }), 422, 'invalid_request'],
    ['a quality that there is not', async () => ({ fields: { quality: 'BEST' } }), 422, 'invalid_request'],
    ['a size that is not offered', async () => ({ fields: { size: '4096' } }), 422, 'invalid_request'],
    ['a field that is none of its business', async () => ({ fields: { role: 'OPERATOR' } }), 422, 'invalid_request'],
    ['no idempotency key', async () => ({ headers: { 'idempotency-key': '' } }), 422, 'invalid_request'],
    ['another site', async () => ({ headers: { origin: 'https://elsewhere.example' } }), 403, 'foreign_origin'],
  ]
  it.each(cases)('%s', async (_what, make, status, code) => {
    const before = await traces()
    for (const [language, hasChinese] of [
      ['en', false],
      ['zh-CN', true],
    ] as const) {
      const sending = await make()
      const answer = await send(new Visitor(), {
        ...sending,
        headers: { 'accept-language': language, ...sending.headers },
      })
      expect([answer.status, answer.json.error.code]).toEqual([status, code])
      expect(/\p{Script=Han}/u.test(answer.json.error.message)).toBe(hasChinese)
      expect(answer.json.error.requestId).toBe(answer.headers.get('x-request-id'))
    }
    expect(await traces()).toEqual(before)
  })
})

describe('an order that is accepted', () => {
  it.each(['../../../etc/passwd', 'a\0b.jpg', '\u202Egpj.exe', 'x'.repeat(4096)])(
    'never uses the name of the file: %j',
    async (name) => {
      const answer = await send(new Visitor(), { name })
      expect(answer.status).toBe(202)
      const names = await readdir(path.join(env.VERNISSAGE_DATA, 'pictures'), { recursive: true })
      expect(
        names.filter((entry) => !/^(files|previews|checks)(\/[0-9a-f]{2}(\/[0-9a-f]{64})?)?$/.test(entry)),
      ).toEqual([])
    },
  )

  it('loses its place and camera everywhere', async () => {
    const visitor = new Visitor()
    const bytes = await photo()
      .withExif({ IFD0: { Make: 'SecretCamera' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' } })
      .jpeg()
      .toBuffer()
    expect(bytes.includes('SecretCamera')).toBe(true)
    const { json } = await send(visitor, { bytes })
    for (const variant of ['original', '256.webp', '1024.jpg']) {
      const url = `/api/pictures/${json.photo.id}/${variant}?access=${json.photo.access}`
      const params = { id: json.photo.id, variant }
      expect((await visitor.call(readPicture, 'GET', url, { params })).status).toBe(200)
    }
    const store = path.join(env.VERNISSAGE_DATA, 'pictures', 'files')
    for (const entry of await readdir(store, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue
      const kept = await readFile(path.join(entry.parentPath, entry.name))
      expect(kept.includes('SecretCamera')).toBe(false)
      expect((await sharp(kept).metadata()).exif).toBeUndefined()
    }
  })

  it('is nobody else’s business', async () => {
    const [owner, other] = [new Visitor(), new Visitor()]
    const { json } = await send(owner)
    await send(other)
    const params = { id: json.id }
    const url = `/api/portraits/${json.id}`
    expect((await owner.call(read, 'GET', url, { params })).status).toBe(200)
    expect((await owner.call(list, 'GET', '/api/portraits')).json.portraits).toHaveLength(1)
    const tries = [
      other.call(read, 'GET', url, { params }),
      other.call(remove, 'DELETE', url, { params }),
      other.call(cancel, 'POST', `${url}/cancel`, { params }),
      other.call(retry, 'POST', `${url}/retry`, { params }),
      other.call(readPicture, 'GET', `/api/pictures/${json.photo.id}/256.webp?access=${json.photo.access}`, {
        params: { id: json.photo.id, variant: '256.webp' },
      }),
    ]
    for (const answer of await Promise.all(tries))
      expect([answer.status, answer.json.error.code]).toEqual([404, 'not_found'])
    expect((await new Visitor().call(read, 'GET', url, { params })).status).toBe(401)
  })

  it('asks a guest for an account before it hangs, and for patience before it is finished', async () => {
    const guest = new Visitor()
    const { json } = await send(guest)
    const params = { id: json.id }
    const early = await guest.call(hang, 'POST', `/api/portraits/${json.id}/hang`, { params, json: { title: 'Me' } })
    expect([early.status, early.json.error.code]).toEqual([403, 'account_needed'])
    const person = await db.portraitOrder.findUniqueOrThrow({ where: { id: json.id }, select: { personId: true } })
    await changePerson({ id: person.personId }, { isAnonymous: false, role: 'ARTIST' })
    const unfinished = await guest.call(hang, 'POST', `/api/portraits/${json.id}/hang`, {
      params,
      json: { title: 'Me' },
    })
    expect([unfinished.status, unfinished.json.error.code]).toEqual([409, 'not_finished'])
    const extra = await guest.call(hang, 'POST', `/api/portraits/${json.id}/hang`, {
      params,
      json: { title: 'Me', likes: 9 },
    })
    expect([extra.status, extra.json.error.code]).toEqual([422, 'invalid_request'])
  })

  it('is stopped by its owner alone, and only while it is refined', async () => {
    const [owner, other] = [new Visitor(), new Visitor()]
    const { json } = await send(owner, { fields: { quality: 'MASTER' } })
    await send(other)
    const sending = { params: { id: json.id } }
    const url = `/api/portraits/${json.id}/stop`
    const early = await owner.call(stop, 'POST', url, { ...sending, headers: { 'accept-language': 'zh-CN' } })
    expect([early.status, early.json.error.code]).toEqual([409, 'not_stoppable'])
    expect(early.json.error.message).toMatch(/\p{Script=Han}/u)
    await claimed(json.id)
    const theirs = await other.call(stop, 'POST', url, sending)
    expect([theirs.status, theirs.json.error.code]).toEqual([404, 'not_found'])
    expect((await new Visitor().call(stop, 'POST', url, sending)).status).toBe(401)
    const mine = await owner.call(stop, 'POST', url, sending)
    expect(mine.json).toMatchObject({ status: 'PAINTING', quality: 'MASTER', isStoppable: false })
    expect((await owner.call(stop, 'POST', url, sending)).status).toBe(200)
  })

  it.each(['not-an-id', '00000000-0000-7000-8000-000000000000'])('is not found under %s', async (id) => {
    const visitor = new Visitor()
    await send(visitor)
    expect((await visitor.call(read, 'GET', `/api/portraits/${id}`, { params: { id } })).status).toBe(404)
  })
})
