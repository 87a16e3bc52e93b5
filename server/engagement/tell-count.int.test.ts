import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { io as connect, type Socket } from 'socket.io-client'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ClientEvents, ServerEvents } from '@/lib/contracts/realtime'
import { makeArtwork, makePerson } from '@/server/artworks/testing/records'
import { announceChange } from '@/server/cache/announce-change'
import { tags } from '@/server/cache/tags'
import { db } from '@/server/platform/db'

interface WebProcess {
  child: ChildProcess
  lines: AsyncIterator<string>
  port: string
}
const processes: WebProcess[] = []
const browsers: Socket<ServerEvents, ClientEvents>[] = []

async function startProcess(): Promise<WebProcess> {
  const flags = ['--import', 'tsx', 'server/realtime/testing/web-process.ts']
  const child = spawn(process.execPath, flags, { stdio: ['pipe', 'pipe', 'inherit'] })
  if (!child.stdout) throw new Error('no output')
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return { child, lines, port: (await lines.next()).value }
}

/** A browser at that process, and the counts that it hears of these works. */
async function listen({ port }: WebProcess, artworkIds: string[]) {
  const browser: (typeof browsers)[number] = connect(`http://127.0.0.1:${port}`, {
    transports: ['websocket'],
    reconnection: false,
  })
  browsers.push(browser)
  await new Promise<void>((resolve, reject) => browser.once('connect', resolve).once('connect_error', reject))
  expect(await browser.emitWithAck('artworks:follow', { artworkIds })).toEqual({ ok: true })
  const heard: { artworkId: string; likeCount: number; at: number }[] = []
  browser.on('artwork:count', (count) => heard.push({ ...count, at: performance.now() }))
  return heard
}

async function storm({ child, lines }: WebProcess, wish: { artworkId: string; people: string[]; forMs: number }) {
  child.stdin?.write(`${JSON.stringify(wish)}\n`)
  await lines.next()
}

/** So many like it now, and nobody was told, as when notices are lost. */
async function countInSilence(artworkId: string, count: number) {
  await db.artwork.update({ where: { id: artworkId }, data: { likeCount: count } })
}

beforeAll(async () => {
  processes.push(...(await Promise.all([startProcess(), startProcess()])))
}, 120_000)
afterAll(async () => {
  for (const browser of browsers) browser.disconnect()
  for (const { child } of processes) {
    child.stdin?.end()
    await once(child, 'exit')
  }
})

it('tells a storm of likes in two processes four times a second at most, and the last word is right in both', async () => {
  const artworkId = await makeArtwork()
  const crowds = await Promise.all(
    processes.map(() => Promise.all(Array.from({ length: 20 }, async () => (await makePerson('GUEST')).id))),
  )
  const listeners = await Promise.all(processes.map((each) => listen(each, [artworkId])))
  const began = performance.now()
  await Promise.all(
    processes.map((each, at) => storm(each, { artworkId, people: crowds[at] ?? [], forMs: at === 0 ? 3_000 : 4_000 })),
  )
  for (const heard of listeners) {
    await expect.poll(() => heard.at(-1)?.likeCount, { timeout: 30_000 }).toBe(40)
    const quarters = ((heard.at(-1)?.at ?? 0) - began) / 250
    expect(heard.length).toBeGreaterThan(4)
    expect(heard.length).toBeLessThanOrEqual(quarters + 2)
  }
})

it('tells all that is followed once it may have missed something', async () => {
  const [one, other, unseen] = await Promise.all([makeArtwork(), makeArtwork(), makeArtwork()])
  const [heard] = await Promise.all(processes.map((each) => listen(each, [one, other])))
  for (const [at, id] of [one, other, unseen].entries()) await countInSilence(id, at + 1)
  // Too many to name.
  await announceChange(
    db,
    Array.from({ length: 400 }, (_, at) => tags.artwork(`${unseen}-${at}`)),
  )
  const counts = () => Object.fromEntries((heard ?? []).map(({ artworkId, likeCount }) => [artworkId, likeCount]))
  await expect.poll(counts, { timeout: 30_000 }).toEqual({ [one]: 1, [other]: 2 })
})
