import { randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import { io as connect, type Socket } from 'socket.io-client'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import type { ClientEvents, ServerEvents } from '@/lib/contracts/realtime'
import { signOut } from '@/server/accounts/sign-out'
import { signUp } from '@/server/accounts/sign-up'
import { makeExhibition } from '@/server/artworks/testing/records'
import { removeCurator } from '@/server/desk/remove-curator'
import { db } from '@/server/platform/db'
import { env } from '@/server/platform/env'
import { attachGateway } from './gateway'
import { lookAgain } from './look-again'
import { realtime } from './realtime'

type Browser = Socket<ServerEvents, ClientEvents>
let http: Server
const browsers: Browser[] = []
/** Never by itself, in these tests. */
const lookAgainMs = 3_600_000

async function browse(port: number, cookie = ''): Promise<Browser> {
  const options = { extraHeaders: { cookie }, transports: ['websocket'], reconnection: false, forceNew: true }
  const browser: Browser = connect(`http://127.0.0.1:${port}`, options)
  browsers.push(browser)
  await new Promise<void>((resolve, reject) => browser.once('connect', resolve).once('connect_error', reject))
  return browser
}
const portOf = (server: Server) => (server.address() as AddressInfo).port

/** Somebody with an account, and their browser. */
async function person() {
  const fields = { name: 'Ada', email: `${randomUUID()}@example.org`, password: randomUUID() }
  const { viewer, setCookies } = await signUp(fields, new Headers())
  const cookie = setCookies.map((line) => line.split(';')[0]).join('; ')
  return { viewer, cookie, browser: await browse(portOf(http), cookie) }
}
const untilCut = (browser: Browser) => vi.waitFor(() => expect(browser.connected).toBe(false), { timeout: 10_000 })
/** A word to and fro: whatever was sent to it before has come. */
const isThere = async (browser: Browser) =>
  browser.connected && (await browser.timeout(5_000).emitWithAck('artworks:follow', { artworkIds: [] })) !== undefined

beforeAll(async () => {
  http = createServer()
  await attachGateway(http, lookAgainMs)
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
})
afterEach(() => {
  for (const browser of browsers.splice(0)) browser.disconnect()
})
afterAll(async () => {
  await (await realtime()).close()
  http.close()
})

it('cuts sockets whose session ended without a word, or whose person was banned, and no others', async () => {
  const [gone, stays, banned, expired] = await Promise.all([person(), person(), person(), person()])
  const stranger = await browse(portOf(http))
  await db.session.deleteMany({ where: { personId: gone.viewer.id } })
  await db.person.update({ where: { id: banned.viewer.id }, data: { bannedAt: new Date() } })
  await db.session.updateMany({ where: { personId: expired.viewer.id }, data: { expiresAt: new Date(0) } })
  // In more than one statement.
  await lookAgain((await realtime()).io, { together: 3, betweenMs: 1 })
  for (const { browser } of [gone, banned, expired]) await untilCut(browser)
  expect(await isThere(stays.browser)).toBe(true)
  expect(await isThere(stranger)).toBe(true)
})

it('takes who is a curator no more from the desk, at once, and also where that was not told', async () => {
  const { id, roomId } = await makeExhibition({ status: 'DRAFT' })
  const [lead, told, untold] = await Promise.all([person(), person(), person()])
  const roles = { [lead.viewer.id]: 'LEAD', [told.viewer.id]: 'EDITOR', [untold.viewer.id]: 'EDITOR' } as const
  for (const [personId, role] of Object.entries(roles)) {
    await db.exhibitionCurator.create({ data: { exhibitionId: id, personId, role } })
  }
  for (const { browser } of [lead, told, untold]) {
    expect(await browser.emitWithAck('desk:follow', { roomId })).toEqual({ ok: true })
  }
  await removeCurator({ id, personId: told.viewer.id }, lead.viewer)
  await untilCut(told.browser)
  const again = await browse(portOf(http), told.cookie)
  expect(await again.emitWithAck('desk:follow', { roomId })).toEqual({ ok: false, code: 'not_found' })

  await db.exhibitionCurator.deleteMany({ where: { exhibitionId: id, personId: untold.viewer.id } })
  const { io } = await realtime()
  await lookAgain(io)
  const atDesk = await io.local.in(`desk:${roomId}`).fetchSockets()
  expect(atDesk.map(({ data }) => data.personId)).toEqual([lead.viewer.id])
  expect(await isThere(untold.browser)).toBe(true)
})

it('signs out, sockets and all, where the other processes cannot be told', async () => {
  const { viewer, cookie, browser } = await person()
  const client = new pg.Client({ connectionString: env.DATABASE_URL })
  await client.connect()
  try {
    // From here on notices are refused, on all connections that are opened.
    await client.query(`
      CREATE FUNCTION public.pg_notify(text, text) RETURNS void LANGUAGE plpgsql AS $$ BEGIN RAISE 'no notices'; END $$;
      DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET search_path = public, pg_catalog', current_database()); END $$;
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid();`)
    await vi.waitFor(() => db.$queryRaw`SELECT 1`, { timeout: 20_000 })
    const headers = new Headers({ cookie, host: 'gallery.test' })
    expect((await signOut(viewer, headers)).join()).toContain('Max-Age=0')
    await untilCut(browser)
    expect(await db.session.count({ where: { personId: viewer.id } })).toBe(0)
  } finally {
    await client.query('DROP FUNCTION public.pg_notify(text, text)')
    await client.end()
  }
})
