import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { HouseError } from '@/server/platform/errors'
import { fileKey } from './picture-store'
import { readElsewhere } from './read-elsewhere'
import { openS3Store } from './s3-store'
import { startS3Server } from './testing/s3-server'

type Server = Awaited<ReturnType<typeof startS3Server>>
const limits = { region: 'us-east-1', concurrency: 8, timeoutMs: 20_000 }
let [here, there]: Server[] = []
const open = (server: Server | undefined, more = {}) => {
  if (!server) throw new Error('no server')
  const { bucket, endpoint, credentials } = server
  return openS3Store({ ...limits, bucket, endpoint, credentials, ...more })
}

beforeAll(async () => {
  here = await startS3Server('here')
  there = await startS3Server('there')
})
afterAll(async () => {
  await here?.stop()
  await there?.stop()
})

it('reads in the other region what has not been replicated, and writes and removes here alone', async () => {
  const [own, other] = [open(here, { publicEndpoint: here?.endpoint }), open(there)]
  const store = readElsewhere(own, other)
  const [key, bytes] = [fileKey('cd'.repeat(32)), randomBytes(500)]
  const soon = new Date(Date.now() + 60_000)
  await other.write(key, bytes)
  expect((await store.read(key))?.equals(bytes)).toBe(true)
  expect(await store.size(key)).toBe(500)
  // Our bucket would answer 404 to a browser.
  expect(await store.presign(key, soon)).toBeNull()

  await store.write(key, bytes)
  expect(await own.size(key)).toBe(500)
  const address = await store.presign(key, soon)
  expect((await fetch(address ?? '')).status).toBe(200)
  await store.remove(key)
  expect(await own.size(key)).toBeNull()
  expect(await other.size(key)).toBe(500)
  expect(await store.read(fileKey('ef'.repeat(32)))).toBeNull()
})

it('says that what is missing here cannot be had, not that it is gone, while the other region is away', async () => {
  const away = open(there, { endpoint: 'http://127.0.0.1:1', timeoutMs: 1_500 })
  const store = readElsewhere(open(here), away)
  const [key, bytes] = [fileKey('ab'.repeat(32)), randomBytes(500)]
  await store.write(key, bytes)
  expect((await store.read(key))?.equals(bytes)).toBe(true)
  await expect(store.read(fileKey('12'.repeat(32)))).rejects.toBeInstanceOf(HouseError)
})
