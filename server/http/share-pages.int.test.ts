import { once } from 'node:events'
import http, { type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createGuest } from '@/server/accounts/create-guest'
import { signUp } from '@/server/accounts/sign-up'
import type { Viewer } from '@/server/accounts/viewer'
import { viewerFromHeaders } from '@/server/accounts/viewer-from-headers'
import { makeArtwork, makeExhibition, makePerson } from '@/server/artworks/testing/records'
import { changes } from '@/server/cache/changes'
import { setLike } from '@/server/engagement/set-like'
import { hangArtwork } from '@/server/exhibitions/hang-artwork'
import { listOpenExhibitions } from '@/server/exhibitions/list-open-exhibitions'
import { readExhibition } from '@/server/exhibitions/read-exhibition'
import { db } from '@/server/platform/db'
import { env } from '@/server/platform/env'
import { answerNotFound } from './reply'
import { requestLocale } from './request-locale'
import { keepPage, keptPage, sharePages } from './share-pages'
import { warmPages } from './warm-pages'
import { createWebServer, type RequestListener } from './web-server'

/** Renderings so far, whoever they were for. */
let rendered = 0
/** Whether rendering fails, as a page does whose reads fail. */
let isBroken = false

/** A page as Next makes it: who looks decides what the header says and what they may enter; scripts carry the nonce of the policy. */
const render: RequestListener = async (request, response) => {
  rendered++
  const headers = new Headers(request.headers as Record<string, string>)
  const nonce = /'nonce-([^']+)'/.exec(headers.get('content-security-policy') ?? '')?.[1]
  const slug = request.url?.split('/')[2]?.split('?')[0] ?? ''
  const viewer = await viewerFromHeaders(headers)
  const view = isBroken ? null : await readExhibition(slug, viewer)
  if (!view) answerNotFound()
  if (isBroken) response.statusCode = 500
  const works = view?.rooms.flatMap((room) => room.hangings.map(({ artwork }) => `${artwork.likeCount} likes`))
  const name = viewer && !viewer.isGuest ? viewer.name : 'Sign in'
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  response.write(`<html lang="${requestLocale(headers)}"><head></head><body>${name}: ${works?.join()}`)
  response.end(`<script nonce="${nonce}">hydrate()</script><script>smuggled()</script></body></html>`)
}

const server = createWebServer(sharePages(render), keptPage)
let port: number

async function ask(path: string, headers: http.OutgoingHttpHeaders = {}, method = 'GET') {
  const request = http.request({ port, host: '127.0.0.1', path, method, headers })
  request.end()
  const [incoming] = (await once(request, 'response')) as [IncomingMessage]
  const bytes = await buffer(incoming)
  return { status: incoming.statusCode, headers: incoming.headers, bytes, html: bytes.toString() }
}
const scriptsOf = (headers: IncomingHttpHeaders) =>
  /script-src ([^;]+)/.exec(String(headers['content-security-policy']))?.[1] ?? ''
const cookieOf = (lines: string[]) => lines.map((line) => line.split(';')[0]).join('; ')

async function makeShow() {
  const show = await makeExhibition()
  const artworkId = await makeArtwork()
  await db.$transaction((tx) => hangArtwork({ artworkId, roomId: show.roomId }, tx))
  // Its own notice, which would have a page that was asked for before rendered once more, has come.
  await expect.poll(() => changes.held.size, { timeout: 20_000 }).toBe(0)
  return { ...show, artworkId, path: `/exhibitions/${show.slug}` }
}
async function makeAccount(name: string): Promise<{ viewer: Viewer; cookie: string }> {
  const headers = new Headers({ 'x-vernissage-address': name })
  const body = { name, email: `${name}@example.org`, password: 'only for this test' }
  const { viewer, setCookies } = await signUp(body, headers)
  return { viewer, cookie: cookieOf(setCookies) }
}

beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  port = (server.address() as AddressInfo).port
})
beforeEach(async () => {
  isBroken = false
  await expect.poll(() => changes.isListening && changes.held.size === 0, { timeout: 20_000 }).toBe(true)
  rendered = 0
})
afterAll(() => {
  server.close()
  server.closeAllConnections()
})

test('200 strangers at once are one rendering', async () => {
  const { path } = await makeShow()
  const answers = await Promise.all(Array.from({ length: 200 }, () => ask(path)))
  expect(new Set(answers.map(({ status, html }) => `${status} ${html}`)).size).toBe(1)
  expect(answers[0]?.html).toContain('Sign in: 0 likes')
  expect(rendered).toBe(1)
})

test('a page that is there already has every header of the one that was made, and an id of its own', async () => {
  const { path } = await makeShow()
  const made = await ask(path)
  const kept = await ask(path)
  expect([made, kept].map(({ headers }) => headers['cache-status'])).toEqual([
    'Vernissage; fwd=miss',
    'Vernissage; hit',
  ])
  const withoutIts = ({ 'cache-status': _how, 'x-request-id': _id, date: _date, ...rest }: IncomingHttpHeaders) => rest
  expect(withoutIts(kept.headers)).toEqual(withoutIts(made.headers))
  expect(kept.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
  expect(kept.headers['x-request-id']).not.toBe(made.headers['x-request-id'])
  expect((await ask(path, { 'x-request-id': 'a-callers-own' })).headers['x-request-id']).toBe('a-callers-own')
  const head = await ask(path, {}, 'HEAD')
  expect([head.status, head.bytes.length, head.headers['content-length']]).toEqual([200, 0, String(kept.bytes.length)])
})

test('pages made before the house is opened are given to its first visitor, until something of them changes', async () => {
  await makeShow()
  const [first] = (await listOpenExhibitions()).exhibitions
  const warm = () => warmPages((address) => keepPage(render, address))
  await warm()
  const made = rendered
  const asked = { host: `localhost:${env.PORT}`, 'accept-language': 'zh' }
  const look = () => ask(`/exhibitions/${first?.slug}`, asked)
  expect((await look()).headers['cache-status']).toBe('Vernissage; hit')
  expect(rendered).toBe(made)
  const artworkId = await makeArtwork()
  const { rooms } = (await readExhibition(first?.slug ?? '', null)) ?? { rooms: [] }
  await db.$transaction((tx) => hangArtwork({ artworkId, roomId: rooms[0]?.id ?? '' }, tx))
  expect((await look()).html).toContain('0 likes,0 likes')
  isBroken = true
  await expect(warm()).resolves.toBeUndefined()
})

test('an account gets its own page and leaves nothing of it behind; a guest gets everybody’s', async () => {
  const { path } = await makeShow()
  const [ada, grace] = [await makeAccount('ada'), await makeAccount('grace')]
  const guest = cookieOf((await createGuest(new Headers({ 'x-vernissage-address': 'guest' }))).setCookies)
  expect((await ask(path, { cookie: ada.cookie })).html).toContain('ada: 0 likes')
  expect((await ask(path, { cookie: grace.cookie })).html).toContain('grace: 0 likes')
  expect((await ask(path)).html).toContain('Sign in: 0 likes')
  expect((await ask(path, { cookie: guest })).html).toContain('Sign in: 0 likes')
  expect((await ask(path, { cookie: 'vernissage.session_token=forged.x' })).html).toContain('Sign in')
  expect((await ask(path, { cookie: ada.cookie })).html).toContain('ada: 0 likes')
  // Three for the accounts, one for all the others.
  expect(rendered).toBe(4)
})

test('what only its owner may enter is never given to anybody else', async () => {
  const ada = await makeAccount('ada2')
  const { slug } = await makeExhibition({ status: 'DRAFT', ownerId: ada.viewer.id })
  const path = `/exhibitions/${slug}`
  expect((await ask(path, { cookie: ada.cookie })).status).toBe(200)
  expect((await ask(path)).status).toBe(404)
  expect((await ask(path, { cookie: (await makeAccount('grace2')).cookie })).status).toBe(404)
})

test('a missing page is missing each time, and is not kept', async () => {
  expect((await ask('/exhibitions/not-there')).status).toBe(404)
  await makeExhibition({ slug: 'not-there' })
  expect((await ask('/exhibitions/not-there')).status).toBe(200)
})

test('a hanging is on the next page; a like is within a second or so', async () => {
  const { path, roomId, artworkId } = await makeShow()
  await ask(path)
  const another = await makeArtwork()
  await db.$transaction((tx) => hangArtwork({ artworkId: another, roomId }, tx))
  expect((await ask(path)).html).toContain('0 likes,0 likes')
  await setLike({ personId: (await makePerson('GUEST')).id, artworkId, liked: true })
  await expect.poll(async () => (await ask(path)).html, { timeout: 10_000 }).toContain('1 likes')
})

test('who has the page already is told so, until it changes', async () => {
  const { path, roomId } = await makeShow()
  const first = await ask(path, { 'accept-encoding': 'gzip' })
  expect(gunzipSync(first.bytes).toString()).toContain('Sign in')
  const { etag = '' } = first.headers
  expect(first.headers).toMatchObject({ 'cache-control': 'private, no-cache', 'content-encoding': 'gzip' })
  expect(first.headers.vary).toMatch(/Accept-Encoding, Accept-Language, Cookie/)
  const again = await ask(path, { 'accept-encoding': 'gzip', 'if-none-match': `"other", W/${etag}` })
  expect([again.status, again.bytes.length, again.headers.etag]).toEqual([304, 0, etag])
  // The same page in another encoding is not the same bytes.
  const brotli = await ask(path, { 'accept-encoding': 'br', 'if-none-match': etag })
  expect(brotliDecompressSync(brotli.bytes)).toEqual(gunzipSync(first.bytes))
  const head = await ask(path, { 'accept-encoding': 'br' }, 'HEAD')
  expect([head.status, head.bytes.length, head.headers['content-length']]).toEqual([200, 0, `${brotli.bytes.length}`])
  expect(rendered).toBe(1)
  const another = await makeArtwork()
  await db.$transaction((tx) => hangArtwork({ artworkId: another, roomId }, tx))
  const changed = await ask(path, { 'accept-encoding': 'gzip', 'if-none-match': etag })
  expect(changed.status).toBe(200)
})

test('scripts run by their hash, the same for all; no nonce is given twice', async () => {
  const { path } = await makeShow()
  const [one, two] = [await ask(path), await ask(path)]
  expect(scriptsOf(one.headers)).toMatch(/^('sha256-[A-Za-z0-9+/]{43}=' ){2}'strict-dynamic'$/)
  expect(scriptsOf(two.headers)).toBe(scriptsOf(one.headers))
  expect(one.html).not.toContain('nonce')
  expect(scriptsOf((await ask('/elsewhere')).headers)).toMatch(/^'nonce-[^']+' 'strict-dynamic'$/)
})

test('each language and each Host has a page of its own, and no request header gets into it', async () => {
  const { path } = await makeShow()
  expect((await ask(path, { 'accept-language': 'zh' })).html).toContain('lang="zh"')
  expect((await ask(path, { cookie: 'vernissage-locale=zh' })).html).toContain('lang="zh"')
  expect((await ask(path, { 'accept-language': 'en' })).html).toContain('lang="en"')
  await ask(path, { host: 'other.test', 'x-forwarded-host': 'evil.test' })
  expect(rendered).toBe(3)
})

test('a page that fails is told as it is, or is the last good one with the date of it', async () => {
  const { path, roomId } = await makeShow()
  isBroken = true
  expect((await ask(path)).status).toBe(500)
  isBroken = false
  const good = await ask(path)
  expect(good.headers['cache-status']).toBe('Vernissage; fwd=miss')
  expect((await ask(path)).headers['cache-status']).toBe('Vernissage; hit')
  const another = await makeArtwork()
  await db.$transaction((tx) => hangArtwork({ artworkId: another, roomId }, tx))
  isBroken = true
  const kept = await ask(path)
  expect([kept.status, kept.html]).toEqual([200, good.html])
  expect(kept.headers['cache-status']).toMatch(/^Vernissage; hit; ttl=-\d+; detail=LAST_GOOD$/)
  isBroken = false
  await expect.poll(async () => (await ask(path)).html, { timeout: 10_000 }).toContain('0 likes,0 likes')
})
