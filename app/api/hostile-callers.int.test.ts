import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { PortraitView } from '@/lib/contracts/portraits'
import { routes } from '@/lib/contracts/routes'
import { changePerson } from '@/server/accounts/testing/change-person'
import { makeArtwork } from '@/server/artworks/testing/records'
import { db } from '@/server/platform/db'
import { completeOrder } from '@/server/portraits/complete-order'
import { previewPath } from '@/server/portraits/portrait-view'
import { recordProgress } from '@/server/portraits/record-progress'
import { claimed, makeMaster, painting } from '@/server/portraits/testing/orders'
import { prepareQueue } from '@/server/queue/prepare-queue'
import { picturePath } from '@/server/storage/picture-view'
import { signUrl } from '@/server/storage/sign-url'
import { store } from '@/server/storage/store'
import { honestJpeg } from '@/server/storage/testing/hostile-photos'
import { type ApiServer, openApi } from './testing/api-server'
import { Browser } from './testing/browser'

vi.hoisted(() => {
  // Every browser of these tests comes from an address of its own.
  process.env.TRUSTED_PROXIES = '1'
})

const SESSION = 'vernissage.session_token'
const password = 'a long enough password'
const HOUR = 60 * 60 * 1000

let house: ApiServer
let operator: Browser
beforeAll(async () => {
  await prepareQueue()
  await makeMaster('test-style', 0)
  house = await openApi()
  const made = await member()
  await changePerson({ email: made.email }, { role: 'OPERATOR' })
  operator = made.browser
})
afterAll(() => house.close())

async function member() {
  const email = `${randomUUID()}@example.org`
  const browser = new Browser(house.address)
  const { status, json } = await browser.ask('POST', '/api/account/sign-up', { json: { name: 'Ada', email, password } })
  expect(status).toBe(201)
  return { browser, email, id: json.person.id as string }
}
function withCookie(value = '') {
  const browser = new Browser(house.address)
  browser.cookies.set(SESSION, value)
  return browser
}
const favourites = (browser: Browser, headers = {}) => browser.ask('GET', '/api/me/favourites', { headers })

/** What stands in the holes of addresses, where it is no id. */
const holes: Record<string, string> = { part: '0', language: 'en' }
/** What a route wants to see before it looks at anything else. */
const queries: Record<string, string> = { deleteTour: '?version=1' }
const needed: Record<string, Record<string, string>> = { finishUpload: { as: 'own' } }

/** Every route, at an address that could exist. */
const everyRoute = Object.entries(routes).map(([key, { method, path, caller, body, ...rest }]) => {
  const kind = 'bodyKind' in rest ? rest.bodyKind : 'json'
  const url = path.replace(/\{(\w+)\}/g, (_, hole) => holes[hole] ?? randomUUID()) + (queries[key] ?? '')
  return { name: `${method} ${path}`, method, url, caller, kind, needed: needed[key] ?? {} }
})
const changing = everyRoute.filter(({ method }) => method !== 'GET')
/** Bytes have no fields. */
const withFields = changing.filter(({ kind }) => kind !== 'bytes')

describe('a session', () => {
  test('that somebody planted before sign-in is replaced, and was never worth anything', async () => {
    const { email } = await member()
    const victim = withCookie('planted.value')
    expect((await victim.ask('POST', '/api/account/sign-in', { json: { email, password } })).status).toBe(200)
    expect(victim.cookies.get(SESSION)).not.toBe('planted.value')
    expect((await favourites(victim)).status).toBe(200)
    expect((await favourites(withCookie('planted.value'))).status).toBe(401)
  })

  test("that was a guest's before sign-in is another one after it, and the old one ends", async () => {
    const { email } = await member()
    const guest = new Browser(house.address)
    await guest.ask('PUT', `/api/artworks/${await makeArtwork()}/like`)
    const before = guest.cookies.get(SESSION)
    expect(before).toBeDefined()
    expect((await guest.ask('POST', '/api/account/sign-in', { json: { email, password } })).status).toBe(200)
    expect(guest.cookies.get(SESSION)).not.toBe(before)
    expect((await favourites(withCookie(before))).status).toBe(401)
  })

  const endings: [string, (person: { browser: Browser; id: string }) => Promise<{ status: number }>][] = [
    ['signing out', ({ browser }) => browser.ask('POST', '/api/account/sign-out')],
    ['signing out everywhere', ({ browser }) => browser.ask('POST', '/api/account/sign-out-everywhere')],
    ['a ban', ({ id }) => operator.ask('PUT', `/api/people/${id}/ban`)],
  ]
  test.each(endings)('answers 401 after %s', async (_what, end) => {
    const person = await member()
    const cookie = person.browser.cookies.get(SESSION)
    expect((await favourites(withCookie(cookie))).status).toBe(200)
    expect((await end(person)).status).toBe(200)
    expect((await favourites(withCookie(cookie))).status).toBe(401)
    expect((await withCookie(cookie).ask('PUT', `/api/artworks/${await makeArtwork()}/like`)).status).toBe(401)
  })

  test('is never made for somebody whom the house has banned, until the ban is lifted', async () => {
    const { id, email } = await member()
    const signIn = () => new Browser(house.address).ask('POST', '/api/account/sign-in', { json: { email, password } })
    for (let times = 0; times < 2; times++)
      expect((await operator.ask('PUT', `/api/people/${id}/ban`)).status).toBe(200)
    const refused = await signIn()
    expect([refused.status, refused.code, refused.headers.getSetCookie()]).toEqual([403, 'account_closed', []])
    expect(await db.session.count({ where: { personId: id } })).toBe(0)
    expect((await operator.ask('DELETE', `/api/people/${id}/ban`)).status).toBe(200)
    expect((await signIn()).status).toBe(200)
    const acts = await db.auditEntry.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } })
    expect(acts.map(({ action }) => action)).toEqual(['person.banned', 'person.ban-lifted'])
  })

  test('that outlived the sweep of a ban is worth nothing all the same', async () => {
    const { browser, id } = await member()
    await changePerson({ id }, { bannedAt: new Date() })
    expect((await favourites(browser)).status).toBe(401)
  })

  test('ends for nobody by the wish of an artist, nor for an operator by their own', async () => {
    const [artist, other] = [await member(), await member()]
    expect((await artist.browser.ask('PUT', `/api/people/${other.id}/ban`)).code).toBe('forbidden')
    const { json } = await operator.ask('GET', '/api/me')
    expect((await operator.ask('PUT', `/api/people/${json.person.id}/ban`)).code).toBe('forbidden')
    expect((await operator.ask('PUT', `/api/people/${randomUUID()}/ban`)).code).toBe('not_found')
  })
})

describe('a request that no page of ours sent changes nothing', () => {
  test.each(changing)('$name, from another site', async ({ method, url }) => {
    const answer = await operator.ask(method, url, { json: {}, headers: { origin: 'https://evil.example' } })
    expect([answer.status, answer.code]).toEqual([403, 'foreign_origin'])
  })

  const forms: [string, Record<string, string>, number][] = [
    [
      "text/plain, as another site's form sends it",
      { origin: 'https://evil.example', 'content-type': 'text/plain' },
      403,
    ],
    ['text/plain that says nothing of where it comes from', { origin: '', 'content-type': 'text/plain' }, 403],
    ['a form that says nothing', { origin: '', 'content-type': 'application/x-www-form-urlencoded' }, 403],
    ['a form of a page without an origin', { origin: 'null', 'content-type': 'text/plain' }, 403],
    ['text/plain from our own page', { 'content-type': 'text/plain' }, 415],
  ]
  test.each(forms)('%s', async (_what, headers, status) => {
    const artworkId = await makeArtwork()
    const answer = await operator.ask('PUT', `/api/artworks/${artworkId}/like`, { body: '{}', headers })
    expect(answer.status).toBe(status)
    expect(await db.like.count({ where: { artworkId } })).toBe(0)
  })
})

const forPeople = everyRoute.filter(({ caller }) => caller === 'person' || caller === 'account')
test.each(forPeople)('$name answers 401 to nobody', async ({ method, url }) => {
  expect((await new Browser(house.address).ask(method, url)).status).toBe(401)
})

test.each(withFields)('$name refuses likes, ownerId and role in its body', async ({ method, url, kind, needed }) => {
  const fields = { ...needed, likes: '1000', ownerId: randomUUID(), role: 'OPERATOR' }
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  const answer = await operator.ask(method, url, kind === 'form' ? { body: form } : { json: fields })
  expect([answer.status, answer.code]).toEqual([422, 'invalid_request'])
  // One route is there to give roles, and for operators alone.
  const isForRoles = url.startsWith('/api/people/') && url.endsWith('/role')
  expect(answer.json.error.fields).toMatchObject({
    likes: expect.any(String),
    ownerId: expect.any(String),
    ...(!isForRoles && { role: expect.any(String) }),
  })
})

describe("what is somebody's own", () => {
  let owner: Browser
  let order: PortraitView
  let artworkId: string
  beforeAll(async () => {
    const made = await member()
    owner = made.browser
    artworkId = await makeArtwork({ ownerId: made.id, visibility: 'PRIVATE' })
    const { id } = (await owner.order(await honestJpeg())).json
    const step = { stage: 'sketch', progress: 0.2, loss: null, preview: (await painting()).picture } as const
    await recordProgress(await claimed(id), step)
    order = (await owner.ask('GET', `/api/portraits/${id}`)).json
  })
  const photoAt = (access: string | null, variant = '512.webp') =>
    `${picturePath(order.photo.id)}/${variant}${access === null ? '' : `?access=${access}`}`

  test('is there for them', async () => {
    for (const url of [photoAt(order.photo.access), String(order.previewUrl), `/api/artworks/${artworkId}`]) {
      expect((await owner.ask('GET', url)).status).toBe(200)
    }
  })

  const tries: [what: string, method: string, url: () => string][] = [
    ['the order', 'GET', () => `/api/portraits/${order.id}`],
    ['deleting it', 'DELETE', () => `/api/portraits/${order.id}`],
    ['cancelling it', 'POST', () => `/api/portraits/${order.id}/cancel`],
    ['stopping it', 'POST', () => `/api/portraits/${order.id}/stop`],
    ['painting it again', 'POST', () => `/api/portraits/${order.id}/retry`],
    ['its preview, under the signed address', 'GET', () => String(order.previewUrl)],
    ['its photo, under the signed address', 'GET', () => photoAt(order.photo.access)],
    ['the whole photo, under the signed address', 'GET', () => photoAt(order.photo.access, 'original')],
    ['its photo, under the plain address', 'GET', () => photoAt(null)],
    ['the private work', 'GET', () => `/api/artworks/${artworkId}`],
    ['liking the private work', 'PUT', () => `/api/artworks/${artworkId}/like`],
    ['keeping the private work', 'PUT', () => `/api/artworks/${artworkId}/favourite`],
  ]
  test.each(tries)('is not there for anybody else: %s', async (_what, method, url) => {
    const { browser: other } = await member()
    const answer = await other.ask(method, url())
    expect([answer.status, answer.code]).toEqual([404, 'not_found'])
  })

  const altered: [what: string, url: () => string, status: number][] = [
    ['a signature with one other letter', () => photoAt(`${String(order.photo.access).slice(0, -1)}!`), 403],
    ['a later expiry', () => photoAt(String(order.photo.access).replace(/^\w/, 'z')), 403],
    ['the signature of another picture', () => photoAt(signUrl(picturePath(randomUUID()))), 403],
    ['the signature of a preview', () => photoAt(signUrl(previewPath(order.id, '1-1'))), 403],
    ['an expired signature', () => photoAt(signUrl(picturePath(order.photo.id), Date.now() - 13 * HOUR)), 403],
    ['an empty signature', () => photoAt(''), 403],
    ['no signature', () => photoAt(null), 404],
    ['a preview of another step', () => String(order.previewUrl).replace('v=1-1', 'v=1-2'), 403],
    ['a preview without a signature', () => previewPath(order.id, '1-1'), 404],
  ]
  test.each(altered)('is under no other address, not even for them: %s', async (_what, url, status) => {
    expect((await owner.ask('GET', url())).status).toBe(status)
  })

  test('stays in their browser for minutes, under their cookie, and in no shared cache', async () => {
    const { headers } = await owner.ask('GET', photoAt(order.photo.access))
    expect(headers.get('cache-control')).toBe('private, max-age=600')
    expect(headers.get('vary')).toMatch(/cookie/i)
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
  })

  test('comes from where the store gives it out, if it does, but only after the same questions', async () => {
    const presign = vi.spyOn(store, 'presign').mockResolvedValue('https://pictures.example/signed')
    const answer = await owner.ask('GET', photoAt(order.photo.access, 'original'))
    expect([answer.status, answer.headers.get('location')]).toEqual([307, 'https://pictures.example/signed'])
    expect((await operator.ask('GET', photoAt(order.photo.access, 'original'))).status).toBe(404)
    presign.mockRestore()
  })

  test('is public at one address once it hangs, and gone at every one once it is deleted', async () => {
    const person = await member()
    const { id } = (await person.browser.order(await honestJpeg())).json
    await completeOrder(await claimed(id), await painting())
    const hung = await person.browser.ask('POST', `/api/portraits/${id}/hang`, { json: { title: 'Me' } })
    const anybody = new Browser(house.address)
    const { picture } = (await anybody.ask('GET', `/api/artworks/${hung.json.artworkId}`)).json
    expect(picture.access).toBeNull()
    const plain = await anybody.ask('GET', `${picturePath(picture.id)}/256.webp`)
    expect([plain.status, plain.headers.get('cache-control')]).toEqual([200, 'public, max-age=2592000, immutable'])
    const signed = `${picturePath(picture.id)}/256.webp?access=${signUrl(picturePath(picture.id))}`
    const removed = await person.browser.ask('DELETE', `/api/portraits/${id}`)
    expect(removed.headers.get('clear-site-data')).toBe('"cache"')
    for (const url of [`${picturePath(picture.id)}/256.webp`, signed]) {
      expect((await person.browser.ask('GET', url)).status).toBe(404)
    }
  })
})
