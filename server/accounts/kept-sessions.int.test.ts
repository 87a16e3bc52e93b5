import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test, vi } from 'vitest'
import { changeChannel, writeChange } from '@/server/cache/change-notice'
import { changes } from '@/server/cache/changes'
import { listenForChanges } from '@/server/cache/listen-for-changes'
import { cacheFigures } from '@/server/cache/named-cache'
import { tags } from '@/server/cache/tags'
import { db } from '@/server/platform/db'
import { createGuest } from './create-guest'
import { endSession } from './end-session'
import { resolveSession } from './resolve-session'

const fills = () => cacheFigures().find(({ name }) => name === 'sessions')?.fills ?? 0

async function newGuest() {
  const { viewer, setCookies } = await createGuest(new Headers({ host: 'gallery.test' }))
  const cookie = setCookies.map((line) => line.split(';')[0]).join('; ')
  return { viewer, headers: new Headers({ host: 'gallery.test', cookie }) }
}

beforeAll(async () => {
  listenForChanges()
  await vi.waitUntil(() => changes.isListening, 20_000)
})

test('a session is read once for many requests, and is gone at once when it ends here', async () => {
  const { viewer, headers } = await newGuest()
  const before = fills()
  const first = await resolveSession(headers)
  for (let time = 0; time < 20; time++) expect((await resolveSession(headers)).viewer).toEqual(viewer)
  expect(fills() - before).toBeLessThan(5)
  await endSession(first)
  expect(await resolveSession(headers)).toMatchObject({ viewer: null, hasExpired: true })
})

test('one that another process ended is gone with its notice', async () => {
  const { viewer, headers } = await newGuest()
  await resolveSession(headers)
  await db.session.deleteMany({ where: { personId: viewer.id } })
  const notice = writeChange({ id: randomUUID(), tags: [tags.person(viewer.id)], isGone: true })
  await db.$executeRaw`SELECT pg_notify(${changeChannel}, ${notice})`
  await expect.poll(async () => (await resolveSession(headers)).viewer, { timeout: 20_000 }).toBeNull()
})

test('nobody gets in by a cookie that is known but for its signature', async () => {
  const { headers } = await newGuest()
  await resolveSession(headers)
  const cookie = headers.get('cookie') ?? ''
  const forged = cookie.replace(/\.[^.]*$/, `.${'A'.repeat(43)}%3D`)
  expect(forged).toMatch(/^vernissage\.session_token=.+\.A+%3D$/)
  expect((await resolveSession(new Headers({ host: 'gallery.test', cookie: forged }))).viewer).toBeNull()
})
