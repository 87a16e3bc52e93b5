import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import net, { type AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openLocalStore } from './local-store'
import { fileKey, type PictureStore } from './picture-store'
import { openS3Store, type S3Settings } from './s3-store'
import { startS3Server } from './testing/s3-server'

const limits = { region: 'us-east-1', concurrency: 8, timeoutMs: 20_000 }
let folder: string
let server: Awaited<ReturnType<typeof startS3Server>>
const settings = (more: Partial<S3Settings> = {}): S3Settings => {
  const { bucket, endpoint, credentials } = server
  return { ...limits, bucket, endpoint, credentials, ...more }
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'vernissage-store-'))
  server = await startS3Server()
})
afterAll(async () => {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
})

async function keysOf(store: PictureStore, under: string): Promise<string[]> {
  const keys: string[] = []
  for await (const { key } of store.list(under)) keys.push(key)
  return keys.sort()
}

describe.each([
  ['a folder', () => openLocalStore(folder)],
  ['S3', () => openS3Store(settings())],
])('pictures in %s', (_name, open) => {
  it('are there whole after they were written, and can be written again', async () => {
    const [store, bytes] = [open(), randomBytes(1_000)]
    const key = fileKey('ab'.repeat(32))
    expect(await store.read(key)).toBeNull()
    expect(await store.size(key)).toBeNull()
    for (let time = 0; time < 2; time++) await store.write(key, bytes)
    expect((await store.read(key))?.equals(bytes)).toBe(true)
    expect(await store.size(key)).toBe(1_000)
    await store.check()
  })

  it('may be larger than a part of an upload', async () => {
    const [store, bytes] = [open(), randomBytes(19 * 2 ** 20 + 1)]
    await store.write('files/large', bytes)
    expect((await store.read('files/large'))?.equals(bytes)).toBe(true)
    expect(await store.size('files/large')).toBe(bytes.length)
  })

  it('are listed, and removed one by one or by the folder, whose name is not a beginning', async () => {
    const store = open()
    const keys = ['previews/a/1.webp', 'previews/a/2.webp', 'previews/ab/1.webp']
    for (const key of keys) await store.write(key, Buffer.from(key))
    expect(await keysOf(store, 'previews')).toEqual(keys)
    expect(await keysOf(store, 'previews/a')).toEqual(keys.slice(0, 2))
    expect(await keysOf(store, 'nothing')).toEqual([])
    for await (const { bytes, modifiedAt } of store.list('previews/a')) {
      expect(bytes).toBe('previews/a/1.webp'.length)
      expect(Math.abs(Date.now() - modifiedAt.getTime()) / 60_000).toBeLessThan(10)
    }
    await store.remove('previews/a/1.webp')
    await store.remove('previews/a/1.webp')
    expect(await keysOf(store, 'previews/a')).toEqual(['previews/a/2.webp'])
    await store.removeAll('previews/a')
    expect(await keysOf(store, 'previews')).toEqual(['previews/ab/1.webp'])
  })
})

// S3 promises the same of itself; the server of the tests does not keep it.
it('pictures in a folder are whole or not there for who reads while many write', async () => {
  const [store, bytes] = [openLocalStore(folder), randomBytes(300_000)]
  let isOver = false
  const reading = (async () => {
    const seen = new Set<number>()
    while (!isOver) seen.add((await store.read('files/shared'))?.length ?? 0)
    return seen
  })()
  await Promise.all(Array.from({ length: 12 }, () => store.write('files/shared', bytes)))
  isOver = true
  for (const length of await reading) expect([0, bytes.length]).toContain(length)
  expect((await store.read('files/shared'))?.equals(bytes)).toBe(true)
})

it('a folder lists what a crash left half written, and a key cannot leave it', async () => {
  const store = openLocalStore(folder)
  await writeFile(path.join(folder, 'files', 'ab.1.part'), 'half')
  expect(await keysOf(store, 'files')).toContain('files/ab.1.part')
  expect(() => store.read('../secrets.json')).toThrow(/leaves the store/)
  expect((await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.part'))).toHaveLength(1)
})

describe('addresses that S3 gives out itself', () => {
  const pictureAt = async (expires: Date) => {
    const store = openS3Store(settings({ publicEndpoint: server.endpoint }))
    const bytes = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#369' } })
      .webp()
      .toBuffer()
    await store.write('files/signed', bytes)
    return { bytes, address: (await store.presign('files/signed', expires)) ?? '' }
  }
  const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1_000)

  it('show the picture as what it is, until they expire', async () => {
    const { bytes, address } = await pictureAt(inSeconds(60))
    const answer = await fetch(address)
    expect(answer.headers.get('content-type')).toBe('image/webp')
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true)
    const short = await pictureAt(inSeconds(1))
    await expect.poll(async () => (await fetch(short.address)).status, { timeout: 20_000, interval: 300 }).toBe(403)
  })

  it('are refused after any change, and there are none for browsers that cannot reach it', async () => {
    const { address } = await pictureAt(inSeconds(60))
    for (const changed of [
      address.replace('files/signed', 'files/large'),
      address.replace('Expires=60', 'Expires=600'),
    ]) {
      expect(changed).not.toBe(address)
      expect((await fetch(changed)).status).toBe(403)
    }
    expect(await openS3Store(settings()).presign('files/signed', inSeconds(60))).toBeNull()
  })
})

it('S3 whose bucket is not there yet: it is made once, and what lies in it stays', async () => {
  const store = openS3Store(settings({ bucket: 'fresh' }))
  await expect(store.check()).rejects.toMatchObject({ code: 'unavailable' })
  await Promise.all([store.prepare(), store.prepare()])
  await store.write('files/x', Buffer.from('kept'))
  await store.prepare()
  expect(String(await store.read('files/x'))).toBe('kept')
  const wrong = openS3Store(
    settings({ bucket: 'other', credentials: { accessKeyId: 'S3RVER', secretAccessKey: 'wrong' } }),
  )
  await wrong.prepare()
  await expect(openS3Store(settings({ bucket: 'other' })).check()).rejects.toMatchObject({ code: 'unavailable' })
  await expect(openS3Store(settings({ bucket: '_' })).prepare()).rejects.toThrow('S3_BUCKET')
})

describe('S3 that is away', () => {
  it('hangs: the answer is unavailable when the time is over, and at once for those that find no room to wait', async () => {
    const sockets = new Set<net.Socket>()
    const silent = net.createServer((socket) => sockets.add(socket)).listen(0, '127.0.0.1')
    await once(silent, 'listening')
    const endpoint = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`
    const store = openS3Store(settings({ endpoint, concurrency: 1, timeoutMs: 500 }))
    const answers = await Promise.allSettled([
      ...Array.from({ length: 7 }, () => store.read('files/x')),
      store.write('files/x', randomBytes(10)),
      store.check(),
    ])
    const causes = answers.map((answer) => (answer.status === 'rejected' ? answer.reason : null))
    expect(causes.map((cause) => cause?.code)).toEqual(Array(9).fill('unavailable'))
    expect(causes.filter((cause) => cause.cause === 'bulkhead')).toHaveLength(4)
    for (const socket of sockets) socket.destroy()
    silent.close()
  })

  it('or refuses: a wrong key, a bucket that is not there', async () => {
    const wrong = openS3Store(settings({ credentials: { accessKeyId: 'S3RVER', secretAccessKey: 'wrong' } }))
    await expect(wrong.write('files/x', randomBytes(10))).rejects.toMatchObject({ code: 'unavailable' })
    await expect(openS3Store(settings({ bucket: 'none' })).read('files/x')).rejects.toMatchObject({
      code: 'unavailable',
    })
  })
})
