import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { photoLimits } from '@/lib/contracts/portraits'
import { routes } from '@/lib/contracts/routes'
import { makeArtwork, makePerson } from '@/server/artworks/testing/records'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'
import { Visitor } from '@/server/http/testing/visitor'
import { db } from '@/server/platform/db'
import { POST as postSignIn } from './account/sign-in/route'
import { POST as postLike, PUT as putLike } from './artworks/[id]/like/route'
import { GET as getMe } from './me/route'

/** What a form route is given, without what an order does with it. */
const { POST: postForm } = serve({
  POST: handle(routes.orderPortrait, ({ body, file }) =>
    Response.json({ body, name: file?.name, size: file?.bytes.length }),
  ),
})

let artworkId: string
beforeAll(async () => {
  artworkId = await makeArtwork()
})

const everything = async () => [await db.person.count(), await db.like.count(), await db.session.count()]
const like = (sending: Parameters<Visitor['call']>[3] = {}, visitor = new Visitor()) =>
  visitor.call(putLike, 'PUT', `/api/artworks/${artworkId}/like`, { params: { id: artworkId }, ...sending })
const signIn = (sending: Parameters<Visitor['call']>[3]) =>
  new Visitor().call(postSignIn, 'POST', '/api/account/sign-in', sending)
const sendForm = (body: BodyInit, headers: Record<string, string> = {}) =>
  new Visitor().call(postForm, 'POST', '/api/portraits', { body, headers })

function form(fields: [string, string | Blob, string?][]): FormData {
  const made = new FormData()
  for (const [name, value, fileName] of fields) {
    if (typeof value === 'string') made.append(name, value)
    else made.append(name, value, fileName)
  }
  return made
}

describe('a request that changes something', () => {
  test.each([
    ['another site', { origin: 'https://evil.example' }],
    ['another port', { origin: 'http://gallery.test:8080' }],
    ['a name that only begins alike', { origin: 'http://gallery.test.evil.example' }],
    ['a page without an origin', { origin: 'null' }],
    [
      'a forwarded host that nobody vouches for',
      { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
    ],
  ])('from %s is refused, and nothing is written', async (_name, headers) => {
    const before = await everything()
    const answer = await like({ headers })
    expect([answer.status, answer.json.error.code]).toEqual([403, 'foreign_origin'])
    expect(answer.headers.getSetCookie()).toEqual([])
    expect(await everything()).toEqual(before)
  })

  test("without an origin is a program's and allowed, unless a browser says that it crosses sites", async () => {
    const send = (headers: Record<string, string>) =>
      putLike(new Request(`http://gallery.test/api/artworks/${artworkId}/like`, { method: 'PUT', headers }), {
        params: Promise.resolve({ id: artworkId }),
      })
    expect((await send({ host: 'gallery.test' })).status).toBe(200)
    expect((await send({ host: 'gallery.test', 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await send({ host: 'gallery.test', 'sec-fetch-site': 'same-site' })).status).toBe(403)
  })
})

describe('a body', () => {
  const credentials = { email: 'a@example.org', password: 'something' }

  test.each([
    ['text/plain', 'text/plain'],
    ['a form', 'application/x-www-form-urlencoded'],
    ['nothing', ''],
    ['something like JSON', 'application/jsonp'],
  ])('that calls itself %s is not read', async (_name, type) => {
    const answer = await signIn({ body: JSON.stringify(credentials), headers: { 'content-type': type } })
    expect([answer.status, answer.json.error.code]).toEqual([415, 'unsupported_media_type'])
  })

  test.each([
    ['broken', '{"email": '],
    ['not UTF-8', new Uint8Array([0x7b, 0xff, 0xfe, 0x7d])],
  ])('that is %s is not JSON', async (_name, body) => {
    const answer = await signIn({ body, headers: { 'content-type': 'application/json' } })
    expect([answer.status, answer.json.error.code]).toEqual([400, 'invalid_json'])
  })

  test.each([
    ['a list', []],
    ['null', null],
    ['wrong types', { email: 7, password: {} }],
    ['too little', { email: 'a@example.org' }],
    ['a role beside it', { ...credentials, role: 'OPERATOR' }],
    ['likes beside it', { ...credentials, likes: 1000 }],
    ['NUL in it', { ...credentials, password: 'a\0b' }],
  ])('with %s is invalid, and says where', async (_name, json) => {
    const answer = await signIn({ json })
    expect([answer.status, answer.json.error.code]).toEqual([422, 'invalid_request'])
  })

  test('says which fields are wrong', async () => {
    const answer = await signIn({ json: { email: 'nowhere', password: 'x', role: 'OPERATOR' } })
    expect(Object.keys(answer.json.error.fields).sort()).toEqual(['email', 'role'])
  })

  test('of more than 1 MiB is refused, declared or not', async () => {
    const body = JSON.stringify({ ...credentials, password: 'x'.repeat(1024 * 1024) })
    const stream = new Blob([body]).stream()
    for (const each of [body, stream]) {
      const answer = await signIn({ body: each, headers: { 'content-type': 'application/json' } })
      expect([answer.status, answer.json.error.code]).toEqual([413, 'body_too_large'])
    }
  })

  test('where none belongs is refused', async () => {
    for (const json of [{ likes: 5 }, 'like', 7]) expect((await like({ json })).status).toBe(422)
    expect((await like({ body: 'likes=5', headers: { 'content-type': 'text/plain' } })).status).toBe(415)
    expect((await like({ json: {} })).status).toBe(200)
  })
})

describe('a form', () => {
  const photo = new Blob([new Uint8Array(64).fill(7)], { type: 'image/png' })

  test('gives its fields and its file', async () => {
    const answer = await sendForm(
      form([
        ['style', 'monet'],
        ['strength', '0.5'],
        ['blend', 'hokusai'],
        ['photo', photo, '../../a\u202e.png'],
      ]),
    )
    const usual = { quality: 'PAINTING', strokes: 0.5, blendPart: 0.5, size: 768, keepColours: false }
    expect(answer.json).toMatchObject({ body: { ...usual, style: 'monet', strength: 0.5, blend: 'hokusai' }, size: 64 })
  })

  test('without a file is told apart from one with', async () => {
    expect((await sendForm(form([['style', 'monet']]))).json.size).toBeUndefined()
  })

  test.each([
    [
      'a field twice',
      form([
        ['style', 'monet'],
        ['style', 'hokusai'],
        ['photo', photo],
      ]),
    ],
    [
      'two files',
      form([
        ['style', 'monet'],
        ['photo', photo],
        ['photo', photo],
      ]),
    ],
    [
      'a file under another name',
      form([
        ['style', 'monet'],
        ['portrait', photo],
      ]),
    ],
    [
      'a field that is not known',
      form([
        ['style', 'monet'],
        ['role', 'OPERATOR'],
        ['photo', photo],
      ]),
    ],
    [
      'a strength that is no number',
      form([
        ['style', 'monet'],
        ['strength', 'much'],
        ['photo', photo],
      ]),
    ],
    [
      'a size that is not offered',
      form([
        ['style', 'monet'],
        ['size', '4096'],
        ['photo', photo],
      ]),
    ],
    [
      'a style that is a path',
      form([
        ['style', '../monet'],
        ['photo', photo],
      ]),
    ],
  ])('with %s is invalid, and makes no guest', async (_name, body) => {
    const before = await everything()
    const answer = await sendForm(body)
    expect([answer.status, answer.json.error.code]).toEqual([422, 'invalid_request'])
    expect(await everything()).toEqual(before)
  })

  test('that is broken off, or is none, is refused', async () => {
    const type = 'multipart/form-data; boundary=x'
    expect((await sendForm('--x\r\nContent-Disp', { 'content-type': type })).json.error.code).toBe('invalid_request')
    expect((await sendForm('{}', { 'content-type': 'text/plain' })).json.error.code).toBe('unsupported_media_type')
  })

  test('with more than 15 MiB is refused by its declared length, by what comes, and by the file', async () => {
    const huge = new Blob([new Uint8Array(photoLimits.bytes + 1)])
    const whole = form([
      ['style', 'monet'],
      ['photo', huge],
    ])
    const tooLarge = [413, 'photo_too_large']
    const answer = await sendForm(whole)
    expect([answer.status, answer.json.error.code]).toEqual(tooLarge)
    const type = 'multipart/form-data; boundary=x'
    const declared = await sendForm('--x--', { 'content-type': type, 'content-length': String(500_000_000) })
    expect([declared.status, declared.json.error.code]).toEqual(tooLarge)
    let sent = 0
    const endless = new ReadableStream({
      pull(controller) {
        sent += 1024 * 1024
        controller.enqueue(new Uint8Array(1024 * 1024))
      },
    })
    const streamed = await sendForm(endless, { 'content-type': type })
    expect([streamed.status, streamed.json.error.code]).toEqual(tooLarge)
    expect(sent).toBeLessThan(photoLimits.bytes + 4 * 1024 * 1024)
  })
})

describe('every answer', () => {
  test('has a request id, is kept by no cache, and a refusal names the same id', async () => {
    const me = await new Visitor().call(getMe, 'GET', '/api/me')
    expect(me.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
    expect(me.headers.get('cache-control')).toBe('no-store')
    const refusal = await like({ json: 7 })
    expect(refusal.json.error.requestId).toBe(refusal.headers.get('x-request-id'))
  })

  test("speaks the caller's language", async () => {
    const english = await like({ json: 7 })
    const chinese = await like({ json: 7, headers: { 'accept-language': 'zh-CN,zh;q=0.9' } })
    const visitor = new Visitor()
    visitor.cookies.set('vernissage-locale', 'zh')
    const chosen = await like({ json: 7, headers: { 'accept-language': 'en' } }, visitor)
    expect(english.json.error.message).toMatch(/^[A-Z]/)
    expect(chinese.json.error.message).toMatch(/[\u4e00-\u9fff]/)
    expect(chosen.json.error.message).toBe(chinese.json.error.message)
  })

  test('to a method that is not served is an error of ours', async () => {
    const answer = await new Visitor().call(postLike, 'POST', `/api/artworks/${artworkId}/like`)
    expect([answer.status, answer.json.error.code]).toEqual([405, 'method_not_allowed'])
    expect(answer.headers.get('allow')).toBe('PUT, DELETE')
  })

  test('for an unexpected failure says nothing of its cause', async () => {
    const { GET } = serve({
      GET: handle(routes.me, () => {
        throw new Error('password=hunter2 at 10.0.0.7')
      }),
    })
    const answer = await new Visitor().call(GET, 'GET', '/api/me')
    expect([answer.status, answer.json.error.code]).toEqual([500, 'internal'])
    expect(JSON.stringify(answer.json)).not.toMatch(/hunter2|10\.0\.0/)
  })

  test('never says more than its contract', async () => {
    const { GET } = serve({
      GET: handle(routes.me, () => ({ person: null, secret: 'x' }) as { person: null }),
    })
    expect((await new Visitor().call(GET, 'GET', '/api/me')).status).toBe(500)
  })

  test("that everyone's cache may keep sets no cookie", async () => {
    const { GET } = serve({
      GET: handle(routes.me, ({ answer }) => {
        answer.append('Set-Cookie', 'vernissage.session_token=mine')
        return new Response('picture', { headers: { 'Cache-Control': 'public, max-age=60' } })
      }),
    })
    expect((await new Visitor().call(GET, 'GET', '/api/me')).headers.getSetCookie()).toEqual([])
  })
})

test("a work that is not there, or is somebody else's private one, cannot be liked, and no guest is made", async () => {
  const owner = await makePerson()
  const hidden = await makeArtwork({ ownerId: owner.id, visibility: 'PRIVATE' })
  const before = await everything()
  for (const id of [randomUUID(), hidden, 'not-an-id', '%00']) {
    const answer = await like({ params: { id } })
    expect([answer.status, answer.json.error.code]).toEqual([404, 'not_found'])
  }
  expect(await everything()).toEqual(before)
})
