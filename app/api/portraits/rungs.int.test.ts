import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Rung } from '@/lib/contracts/admission'
import { changePerson } from '@/server/accounts/testing/change-person'
import type { Viewer } from '@/server/accounts/viewer'
import { forgetReading } from '@/server/admission/admission'
import { forceRung } from '@/server/admission/force-rung'
import { makeArtwork, makePerson } from '@/server/artworks/testing/records'
import { Visitor } from '@/server/http/testing/visitor'
import { db } from '@/server/platform/db'
import { completeOrder } from '@/server/portraits/complete-order'
import { claimed, makeMaster, newPhoto, painting } from '@/server/portraits/testing/orders'
import { prepareQueue } from '@/server/queue/prepare-queue'
import { GET as readDoor } from '../admission/route'
import { PUT as force } from '../admission/rung/route'
import { PUT as like } from '../artworks/[id]/like/route'
import { GET as readArtwork } from '../artworks/[id]/route'
import { known, send } from '../testing/order-as'
import { POST as cancel } from './[id]/cancel/route'
import { POST as retry } from './[id]/retry/route'
import { GET as read } from './[id]/route'

let operator: Viewer

const onRung = (rung: Rung | null) => forceRung(rung, operator)
const hdMaster = { quality: 'MASTER', size: '2048' }
const everybody = async () => [await db.person.count(), await db.session.count(), await db.portraitOrder.count()]

beforeAll(async () => {
  await prepareQueue()
  await makeMaster('test-style', 0)
  operator = await makePerson('OPERATOR')
})

beforeEach(async () => {
  await db.portraitOrder.deleteMany()
  await db.paintingOutcome.deleteMany()
  // A process that remembers no rung of the test before.
  ;(globalThis as { vernissage?: Map<string, unknown> }).vernissage?.delete('admission')
  await onRung(null)
})

describe('what is painted of a wish for a refined HD picture', () => {
  const cases: [Rung, object][] = [
    [0, { quality: 'MASTER', size: 2048, cut: null }],
    [1, { quality: 'MASTER', size: 1024, cut: { quality: 'MASTER', size: 2048, steps: 16 } }],
    [2, { quality: 'PAINTING', size: 512, cut: { quality: 'MASTER', size: 2048, steps: null } }],
    [3, { quality: 'PAINTING', size: 512, cut: { quality: 'MASTER', size: 2048, steps: null } }],
  ]
  it.each(cases)('by an artist on rung %i, and the answer says so', async (rung, painted) => {
    const artist = await known('ARTIST')
    await onRung(rung)
    const answer = await send(artist, { fields: hdMaster })
    expect(answer.status).toBe(202)
    expect(answer.json).toMatchObject({ status: 'QUEUED', ...painted })
    const row = await db.portraitOrder.findUniqueOrThrow({ where: { id: answer.json.id } })
    expect(row).toMatchObject({ rung, allowedSteps: answer.json.cut?.steps ?? null })
    expect(await claimed(answer.json.id)).toMatchObject({ rung, allowedSteps: answer.json.cut?.steps ?? null })
  })

  it('is still the same order when its key comes again, on whatever rung', async () => {
    const artist = await known('ARTIST')
    const sending = { photo: await newPhoto(), fields: hdMaster, headers: { 'idempotency-key': randomUUID() } }
    await onRung(1)
    const first = await send(artist, sending)
    for (const rung of [0, 2, 3, 4] as const) {
      await onRung(rung)
      const again = await send(artist, sending)
      expect([again.status, again.json.id]).toEqual([202, first.json.id])
    }
    const other = await send(artist, { ...sending, fields: { ...hdMaster, size: '1024' } })
    expect([other.status, other.json.error.code]).toEqual([409, 'key_reused'])
  })

  it('is never found by a wish for the whole one, and serves the next that is cut alike', async () => {
    const photo = await newPhoto()
    const [one, two, three] = [await known('ARTIST'), await known('ARTIST'), await known('ARTIST')]
    await onRung(1)
    const cut = await send(one, { photo, fields: hdMaster })
    const claim = await claimed(cut.json.id)
    await completeOrder(claim, await painting({ quality: 'MASTER', steps: 16, loss: 0.5, end: 'steps' }))
    expect((await send(two, { photo, fields: hdMaster })).json).toMatchObject({ status: 'PAINTED', cut: { steps: 16 } })
    await onRung(0)
    expect((await send(three, { photo, fields: hdMaster })).json).toMatchObject({ status: 'QUEUED', cut: null })
  })
})

describe('a wish that was painted before', () => {
  it('is given whole on every rung that takes orders, to guests too', async () => {
    const photo = await newPhoto()
    const { json } = await send(new Visitor(), { photo, fields: hdMaster })
    await completeOrder(
      await claimed(json.id),
      await painting({ quality: 'MASTER', steps: 34, loss: 0.5, end: 'steps' }),
    )
    for (const rung of [1, 2, 3] as const) {
      await onRung(rung)
      const answer = await send(new Visitor(), { photo, fields: hdMaster })
      expect(answer.json).toMatchObject({ status: 'PAINTED', quality: 'MASTER', cut: null })
    }
  })

  it('and one that is being painted waits for it, before all others', async () => {
    const photo = await newPhoto()
    await send(new Visitor(), { photo, fields: hdMaster })
    await onRung(2)
    const artist = await known('ARTIST')
    const { json } = await send(artist, { photo, fields: hdMaster })
    expect(json).toMatchObject({ status: 'QUEUED', quality: 'MASTER', size: 2048, cut: null })
    expect(await db.portraitOrder.findUniqueOrThrow({ where: { id: json.id } })).toMatchObject({ turn: 1 })
  })
})

describe('whoever has no turn', () => {
  it.each([
    ['en', 'For the moment turns go to artists with an account.'],
    ['zh-CN', '许多人正在等候画师'],
  ])('is told so on rung 3 (%s), when to come back, and leaves nothing behind', async (language, words) => {
    const guest = await known()
    await onRung(3)
    const before = await everybody()
    for (const visitor of [guest, new Visitor()]) {
      const answer = await send(visitor, { headers: { 'accept-language': language } })
      expect([answer.status, answer.json.error.code]).toEqual([503, 'no_turn'])
      expect(answer.json.error.message).toContain(words)
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    }
    expect(await everybody()).toEqual(before)
    const door = await new Visitor().call(readDoor, 'GET', '/api/admission')
    expect(door.json).toMatchObject({ rung: 3 })
    // A file that nobody sent before is not even looked into.
    const unread = await send(guest, { photo: new TextEncoder().encode('no photo') })
    expect(unread.json.error.code).toBe('no_turn')
  })
})

describe('a closed studio', () => {
  it('answers 503 with a time and a place in the line, to those with a session and those without', async () => {
    const [artist, guest] = [await known('ARTIST'), await known()]
    await onRung(4)
    const before = await everybody()
    const places: number[] = []
    for (const visitor of [artist, guest, new Visitor(), new Visitor()]) {
      const answer = await send(visitor)
      expect([answer.status, answer.json.error.code]).toEqual([503, 'studio_closed'])
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
      expect(answer.headers.get('queue-token')).toBeTruthy()
      places.push(Number(answer.headers.get('queue-position')))
    }
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(new Set(places).size).toBe(places.length)
    expect(await everybody()).toEqual(before)
    // What they send is not read.
    for (const visitor of [guest, new Visitor()])
      expect((await send(visitor, { fields: { size: 'none' } })).json.error.code).toBe('studio_closed')
  })

  it('limits an address by what this process alone has counted, and writes nothing for it', async () => {
    const guest = await known()
    const counted = () =>
      db.$queryRaw`SELECT "key", "points" FROM limits.tokens WHERE "key" LIKE 'order-address%' ORDER BY "key"`
    await onRung(4)
    const before = await counted()
    const answers = await Promise.all(Array.from({ length: 80 }, () => send(guest)))
    const codes = answers.map(({ json }) => json.error.code)
    expect(codes.filter((code) => code === 'studio_closed').length).toBeGreaterThanOrEqual(20)
    expect(codes).toContain('too_many_requests')
    expect(await counted()).toEqual(before)
  })

  it('keeps the place of who comes back, and gives them a turn before it gives one to newcomers', async () => {
    const visitor = new Visitor()
    await onRung(4)
    const first = await send(visitor)
    const token = first.headers.get('queue-token') ?? ''
    const again = await send(visitor, { headers: { 'queue-token': token } })
    expect(again.headers.get('queue-token')).toBe(token)
    expect(again.headers.get('queue-position')).toBe(first.headers.get('queue-position'))
    await onRung(3)
    expect((await send(new Visitor())).status).toBe(503)
    expect((await send(new Visitor(), { headers: { 'queue-token': `${token}x` } })).status).toBe(503)
    expect((await send(visitor, { headers: { 'queue-token': token } })).status).toBe(202)
  })

  it('lets nothing be painted again, and leaves looking, liking and one’s own portraits alone', async () => {
    const guest = new Visitor()
    const { json } = await send(guest)
    const params = { id: json.id }
    const url = `/api/portraits/${json.id}`
    expect((await guest.call(cancel, 'POST', `${url}/cancel`, { params })).status).toBe(200)
    await onRung(4)
    expect((await guest.call(retry, 'POST', `${url}/retry`, { params })).json.error.code).toBe('studio_closed')
    expect((await guest.call(read, 'GET', url, { params })).status).toBe(200)
    const work = { params: { id: await makeArtwork() } }
    expect((await new Visitor().call(readArtwork, 'GET', `/api/artworks/${work.params.id}`, work)).status).toBe(200)
    expect((await new Visitor().call(like, 'PUT', `/api/artworks/${work.params.id}/like`, work)).status).toBe(200)
    await onRung(null)
    expect((await guest.call(retry, 'POST', `${url}/retry`, { params })).status).toBe(202)
  })
})

describe('a painter that fails', () => {
  const fail = async (secondsAgo: number) => {
    await db.$executeRaw`
      INSERT INTO "PaintingOutcome" ("modelName", "modelVersion", "isFailure", "at")
      SELECT 'm', '1', true, now() - make_interval(secs => ${secondsAgo}) FROM generate_series(1, 20)`
    forgetReading()
  }

  it.each([
    ['en', 'The painter is at work on another canvas.'],
    ['zh-CN', '画师正在画另一幅作品。'],
  ])('is at work on another canvas (%s), for five seconds', async (language, sentence) => {
    const artist = await known('ARTIST')
    await fail(0)
    const answer = await send(artist, { headers: { 'accept-language': language } })
    expect([answer.status, answer.json.error.code]).toEqual([503, 'painter_busy'])
    expect(answer.json.error.message).toBe(sentence)
    expect(answer.headers.get('retry-after')).toBe('5')
  })

  it('is given one order on trial afterwards, and the others wait for how that ends', async () => {
    const artists = await Promise.all([1, 2, 3].map(() => known('ARTIST')))
    await fail(6)
    const answers = await Promise.all(artists.map((artist) => send(artist)))
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 503, 503])
    await db.$executeRaw`INSERT INTO "PaintingOutcome" ("modelName", "modelVersion", "isFailure", "at") VALUES ('m', '1', false, now())`
    forgetReading()
    await vi.waitFor(async () => expect((await send(artists[0] ?? new Visitor())).status).toBe(202), {
      timeout: 20_000,
    })
  })
})

describe('the operator’s switch over HTTP', () => {
  it('refuses everybody else, and rungs that there are not', async () => {
    const [artist, nobody] = [await known('ARTIST'), new Visitor()]
    const press = (visitor: Visitor, rung: unknown) =>
      visitor.call(force, 'PUT', '/api/admission/rung', { json: { rung } })
    expect((await press(nobody, 4)).status).toBe(401)
    expect((await press(artist, 4)).json.error.code).toBe('forbidden')
    expect((await new Visitor().call(readDoor, 'GET', '/api/admission')).json.rung).toBe(0)
    const { personId } = await db.portraitOrder.findFirstOrThrow({ orderBy: { createdAt: 'desc' } })
    await changePerson({ id: personId }, { role: 'OPERATOR' })
    expect((await press(artist, 5)).json.error.code).toBe('invalid_request')
    expect((await press(artist, 2)).json).toMatchObject({ rung: 2, forcedRung: 2, breaker: 'closed' })
    expect((await press(artist, null)).json).toMatchObject({ rung: 0, forcedRung: null })
  })
})
