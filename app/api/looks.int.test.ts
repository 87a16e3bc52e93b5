import { afterAll, beforeAll, expect, test } from 'vitest'
import type { LookReport } from '@/lib/contracts/figures'
import { lookLimits } from '@/lib/contracts/limits'
import { changePerson } from '@/server/accounts/testing/change-person'
import { makeArtwork, makeExhibition } from '@/server/artworks/testing/records'
import { db } from '@/server/platform/db'
import { type ApiServer, openApi } from './testing/api-server'
import { Browser } from './testing/browser'

let house: ApiServer
beforeAll(async () => {
  house = await openApi()
})
afterAll(() => house.close())

async function makeShow() {
  const [show, artworkId] = [await makeExhibition(), await makeArtwork()]
  await db.hanging.create({ data: { roomId: show.roomId, artworkId, wall: 'east', slot: 0 } })
  const looks = [{ exhibition: show.slug, artworkId, place: 'hall' as const, looks: 1, seconds: 9 }]
  const report: LookReport = { visits: [{ exhibition: show.slug, into: 'exhibition' }], looks }
  return { ...show, artworkId, report }
}

const visitsOf = async (exhibitionId: string) =>
  (await db.exhibitionDay.findFirst({ where: { exhibitionId } }))?.visits ?? 0

test('a page tells what it saw; nobody is made of it, and no cookie is set', async () => {
  const { id, report } = await makeShow()
  const people = await db.person.count()
  const browser = new Browser(house.address)
  const answer = await browser.ask('POST', '/api/looks', { json: report })
  expect([answer.status, answer.json]).toEqual([200, { ok: true }])
  expect(answer.headers.getSetCookie()).toEqual([])
  expect(await db.person.count()).toBe(people)
  expect(await visitsOf(id)).toBe(1)
})

test.each([
  ['Sec-GPC', { 'sec-gpc': '1' }],
  ['DNT', { dnt: '1' }],
])('whoever sends %s is not counted', async (_name, headers) => {
  const { id, report } = await makeShow()
  const answer = await new Browser(house.address).ask('POST', '/api/looks', { json: report, headers })
  expect(answer.status).toBe(200)
  expect(await visitsOf(id)).toBe(0)
})

const wrong: [string, (report: LookReport) => unknown][] = [
  [
    'seconds beyond what a report may say',
    ({ looks, ...rest }) => ({ ...rest, looks: [{ ...looks[0], seconds: 601 }] }),
  ],
  [
    'more seconds than anybody has',
    ({ looks, ...rest }) => ({ ...rest, looks: Array(2).fill({ ...looks[0], seconds: 600 }) }),
  ],
  ['negative seconds', ({ looks, ...rest }) => ({ ...rest, looks: [{ ...looks[0], seconds: -5 }] })],
  [
    'too many works',
    ({ looks, ...rest }) => ({ ...rest, looks: Array(lookLimits.looks + 1).fill({ ...looks[0], seconds: 0 }) }),
  ],
  ['a name', (report) => ({ ...report, person: 'Ada' })],
]
test.each(wrong)('a report with %s is refused whole', async (_what, change) => {
  const { id, report } = await makeShow()
  const answer = await new Browser(house.address).ask('POST', '/api/looks', { json: change(report) })
  expect([answer.status, answer.code]).toEqual([422, 'invalid_request'])
  expect(await visitsOf(id)).toBe(0)
})

test('reports of another site are refused', async () => {
  const { id, report } = await makeShow()
  const browser = new Browser(house.address)
  const answer = await browser.ask('POST', '/api/looks', { json: report, headers: { origin: 'https://evil.example' } })
  expect([answer.status, answer.code]).toEqual([403, 'foreign_origin'])
  expect(await visitsOf(id)).toBe(0)
})

test('a curator takes the figures along; others do not even learn of them', async () => {
  const { id, slug, report } = await makeShow()
  const browser = new Browser(house.address)
  await browser.ask('POST', '/api/looks', { json: report })
  const path = `/api/desk/exhibitions/${id}/figures`
  expect((await browser.ask('GET', path)).status).toBe(401)
  const account = { name: 'Ada', email: `${slug}@example.org`, password: 'a long enough one' }
  expect((await browser.ask('POST', '/api/account/sign-up', { json: account })).status).toBeLessThan(300)
  expect((await browser.ask('GET', path)).status).toBe(404)
  const { id: personId } = await db.person.findUniqueOrThrow({ where: { email: account.email } })
  await changePerson({ id: personId }, { role: 'CURATOR' })
  const { json } = await browser.ask('GET', `${path}?days=7`)
  expect(json.days.at(-1)).toMatchObject({ visits: 1 })
  const csv = await browser.ask('GET', `${path}/works?days=7`)
  expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(csv.bytes.toString()).toContain('hall_seconds')
  expect((await browser.ask('GET', '/api/desk/figures/exhibitions?days=7')).bytes.toString()).toContain(id)
  expect((await browser.ask('GET', `/api/desk/exhibitions/${id}/now`)).json).toEqual({ now: 0 })
})

// The last one: nothing more is taken from here for a while.
test('one address cannot report without end', async () => {
  const { id, report } = await makeShow()
  const browser = new Browser(house.address)
  const answers = await Promise.all(
    Array.from({ length: 340 }, () => browser.ask('POST', '/api/looks', { json: report })),
  )
  const counts = (status: number) => answers.filter((answer) => answer.status === status).length
  expect(counts(200) + counts(429)).toBe(340)
  expect(counts(429)).toBeGreaterThan(0)
  expect(await visitsOf(id)).toBe(counts(200))
})
