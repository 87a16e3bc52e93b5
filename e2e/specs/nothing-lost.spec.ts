import { execFileSync, spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { APIRequestContext } from '@playwright/test'
import { makePhoto } from '../support/photo'
import { expect, test } from '../support/test'

const base = () => String(process.env.E2E_BASE_URL)
const origin = () => ({ origin: new URL(base()).origin })

async function order(request: APIRequestContext, seed: number, size: number): Promise<string> {
  const { styles } = await (await request.get('/api/styles')).json()
  const answer = await request.post('/api/portraits', {
    headers: { ...origin(), 'idempotency-key': randomUUID() },
    multipart: {
      style: styles[0].id,
      size: String(size),
      photo: { name: 'a.jpg', mimeType: 'image/jpeg', buffer: await makePhoto(seed) },
    },
  })
  expect(answer.status()).toBe(202)
  return (await answer.json()).id
}

const stateOf = async (request: APIRequestContext, id: string) => (await request.get(`/api/portraits/${id}`)).json()

/** The worker among the processes that the launcher lists in its data folder. */
function workerPid(): number | undefined {
  const { children } = JSON.parse(readFileSync(path.join(String(process.env.E2E_DATA), 'launcher.json'), 'utf8'))
  const commandOf = (pid: number) => spawnSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).stdout
  return children
    .map((child: { pid: number }) => child.pid)
    .find((pid: number) => commandOf(pid).includes('worker/main.ts'))
}

test('a worker that is killed while it paints takes nothing along', async ({ request }) => {
  const ids = [await order(request, 5001, 1024), await order(request, 5002, 1024)]
  await expect.poll(async () => (await stateOf(request, ids[0] ?? '')).status, { intervals: [20] }).toBe('PAINTING')
  const killed = workerPid()
  expect(killed).toBeDefined()
  process.kill(Number(killed), 'SIGKILL')
  for (const id of ids)
    await expect.poll(async () => (await stateOf(request, id)).status, { timeout: 90_000 }).toBe('PAINTED')
  expect(workerPid()).not.toBe(killed)
  const { portraits } = await (await request.get('/api/portraits')).json()
  expect(portraits.map((portrait: { id: string }) => portrait.id).sort()).toEqual([...ids].sort())
})

test('an easel catches up after a reload and after the network was gone', async ({
  page,
  studio,
  easel,
  expectedErrors,
}) => {
  expectedErrors.push(/ERR_INTERNET_DISCONNECTED|WebSocket|Failed to load resource|net::ERR/)
  await studio.open()
  await studio.order(await makePhoto(6001))
  await page.reload()
  await page.context().setOffline(true)
  await page.waitForTimeout(1500)
  await page.context().setOffline(false)
  await easel.untilPainted()
})

test('a like given without a network arrives once there is one', async ({ page, work, request, expectedErrors }) => {
  expectedErrors.push(/ERR_INTERNET_DISCONNECTED|WebSocket|Failed to load resource|net::ERR/)
  const { exhibitions } = await (await request.get('/api/exhibitions')).json()
  const { rooms } = await (await request.get(`/api/exhibitions/${exhibitions[1].slug}`)).json()
  const { id } = rooms[0].hangings[0].artwork
  await work.open(id)
  await page.waitForLoadState('networkidle')
  const before = await work.likeCount()
  await page.context().setOffline(true)
  await work.like().click()
  await expect(work.like()).toHaveAttribute('aria-pressed', 'true')
  await page.context().setOffline(false)
  const counted = async () => (await (await request.get(`/api/artworks/${id}`)).json()).likeCount
  await expect.poll(counted, { timeout: 30_000 }).toBe(before + 1)
  await page.reload()
  await expect(work.like()).toHaveAttribute('aria-pressed', 'true')
})

test('two hundred people liking and unliking one work leave an exact count', async ({ playwright, request }) => {
  const { exhibitions } = await (await request.get('/api/exhibitions')).json()
  const { rooms } = await (await request.get(`/api/exhibitions/${exhibitions[2].slug}`)).json()
  const address = `/api/artworks/${rooms[0].hangings[0].artwork.id}`
  const before = (await (await request.get(address)).json()).likeCount
  const people = await Promise.all(
    Array.from({ length: 200 }, () => playwright.request.newContext({ baseURL: base(), extraHTTPHeaders: origin() })),
  )
  const counts: number[] = []
  await Promise.all(
    people.map(async (person, index) => {
      await person.put(`${address}/like`)
      await person.delete(`${address}/like`)
      const answer = index % 2 ? await person.put(`${address}/like`) : await person.delete(`${address}/like`)
      expect(answer.status()).toBe(200)
      counts.push((await answer.json()).count)
    }),
  )
  expect(Math.min(...counts)).toBeGreaterThanOrEqual(0)
  expect((await (await request.get(address)).json()).likeCount).toBe(before + 100)
  await Promise.all(people.map((person) => person.dispose()))
})

test('the count changes live before everyone who looks at the work', async ({ page, work, playwright, request }) => {
  const { exhibitions } = await (await request.get('/api/exhibitions')).json()
  const { rooms } = await (await request.get(`/api/exhibitions/${exhibitions[0].slug}`)).json()
  const { id } = rooms[0].hangings[1].artwork
  const socket = page.waitForEvent('websocket', (opened) => opened.url().includes('socket.io'))
  await work.open(id)
  await socket
  await page.waitForTimeout(1000)
  const before = await work.likeCount()
  const somebody = await playwright.request.newContext({ baseURL: base(), extraHTTPHeaders: origin() })
  await somebody.put(`/api/artworks/${id}/like`)
  await expect.poll(() => work.likeCount()).toBe(before + 1)
  await somebody.dispose()
})

test('nothing of a photo is left in the store when its portrait is deleted', async ({ request }) => {
  const id = await order(request, 7001, 512)
  await expect.poll(async () => (await stateOf(request, id)).status, { timeout: 60_000 }).toBe('PAINTED')
  const store = path.join(String(process.env.E2E_DATA), 'pictures', 'files')
  const filesIn = () => execFileSync('find', [store, '-type', 'f'], { encoding: 'utf8' }).split('\n').filter(Boolean)
  const portrait = await stateOf(request, id)
  const pictureAt = ({ id, access }: { id: string; access: string }) => `/api/pictures/${id}/512.webp?access=${access}`
  expect((await request.get(pictureAt(portrait.painting))).status()).toBe(200)
  const before = filesIn()
  expect((await request.delete(`/api/portraits/${id}`, { headers: origin() })).status()).toBe(200)
  const gone = before.filter((file) => !filesIn().includes(file))
  expect(gone.length).toBeGreaterThanOrEqual(3)
  expect((await request.get(pictureAt(portrait.photo))).status()).toBe(404)
})
