import sharp from 'sharp'
import { beforeAll, expect, it } from 'vitest'
import type { Viewer } from '@/server/accounts/viewer'
import { makePerson } from '@/server/artworks/testing/records'
import { changeHouse } from '@/server/house/change-house'
import { readHouseSettings } from '@/server/house/read-house-settings'
import { db } from '@/server/platform/db'
import { makeMaster, newOrder, newPhoto } from '@/server/portraits/testing/orders'
import { prepareQueue } from '@/server/queue/prepare-queue'
import { beginUpload } from '@/server/uploads/begin-upload'
import { finishUpload } from '@/server/uploads/finish-upload'
import { putPart } from '@/server/uploads/put-part'
import { readStorage } from './read-storage'
import { store } from './store'

const KiB = 1024

/** Noise hardly compresses: about as many bytes as asked for, and another picture each time. */
async function noise(side: number): Promise<Buffer> {
  const pixels = Buffer.from(crypto.getRandomValues(new Uint8Array(64 * 64 * 3)))
  return sharp(pixels, { raw: { width: 64, height: 64, channels: 3 } })
    .resize(side, side, { kernel: 'nearest' })
    .png()
    .toBuffer()
}

async function bring(viewer: Viewer, file: Buffer): Promise<string> {
  const { id } = await beginUpload({ name: 'a.png', bytes: file.length }, viewer)
  for (let part = 0; part * 512 * KiB < file.length; part++) {
    const bytes = file.subarray(part * 512 * KiB, (part + 1) * 512 * KiB)
    await putPart({ uploadId: id, part, bytes }, viewer)
  }
  return id
}

const own = { as: 'own', keepDuplicate: false } as const
const limit = (personId: string, quotaMiB: number | null) =>
  db.person.update({ where: { id: personId }, data: { quotaMiB } })
const traces = async () => [await db.storedFile.count(), await db.picture.count(), await db.upload.count()]

beforeAll(async () => {
  await prepareQueue()
  await makeMaster('test-style', 0)
})

it('refuses at the first word what cannot fit, and takes it when there is room', async () => {
  const artist = await makePerson()
  await limit(artist.id, 0)
  const before = await traces()
  await expect(beginUpload({ name: 'a.png', bytes: 10 }, artist)).rejects.toMatchObject({ code: 'quota_exceeded' })
  await expect(newOrder(artist)).rejects.toMatchObject({ code: 'quota_exceeded' })
  expect(await traces()).toEqual(before)
  expect(await db.portraitOrder.count({ where: { personId: artist.id } })).toBe(0)
  await limit(artist.id, null)
  await newOrder(artist)
  expect((await finishUpload(await bring(artist, await noise(64)), own, artist)).isDuplicate).toBe(false)
})

it('foresees all files that begin at once, and takes no more than fit', async () => {
  const artist = await makePerson()
  await limit(artist.id, 1)
  const begin = () => beginUpload({ name: 'a.png', bytes: 300 * 1024 }, artist)
  const tried = await Promise.allSettled(Array.from({ length: 8 }, begin))
  expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
  expect(await db.upload.count({ where: { personId: artist.id } })).toBe(3)
})

it('measures the whole file, and leaves nothing of one that does not fit', async () => {
  const artist = await makePerson()
  const upload = await bring(artist, await noise(256))
  await limit(artist.id, 0)
  const [files, pictures] = await traces()
  await expect(finishUpload(upload, own, artist)).rejects.toMatchObject({ code: 'quota_exceeded' })
  expect((await traces()).slice(0, 2)).toEqual([files, pictures])
  expect(await db.upload.count({ where: { id: upload } })).toBe(0)
  expect(await store.read(`uploads/${upload}/0`)).toBeNull()
})

it('counts a file once, and lets those that come at once in one after the other', async () => {
  const artist = await makePerson()
  const photo = await newPhoto()
  await newOrder(artist, {}, photo)
  await limit(artist.id, 0)
  // They have this file already: it takes nothing more.
  await newOrder(artist, { strength: 0.5 }, photo)
  await limit(artist.id, 1)
  const uploads = []
  for (let i = 0; i < 4; i++) uploads.push(await bring(artist, await noise(1500)))
  const outcomes = await Promise.allSettled(uploads.map((id) => finishUpload(id, own, artist)))
  const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []))
  expect(refused.length).toBeGreaterThan(0)
  for (const reason of refused) expect(reason).toMatchObject({ code: 'quota_exceeded' })
  const kept = await db.picture.findMany({
    where: { ownerId: artist.id },
    distinct: ['fileSha256'],
    select: { file: { select: { bytes: true } } },
  })
  expect(kept.reduce((sum, { file }) => sum + file.bytes, 0)).toBeLessThanOrEqual(1024 * KiB)
})

it('follows the house where a person has no measure, and measures nothing that is the house’s', async () => {
  const [operator, curator, artist] = [await makePerson('OPERATOR'), await makePerson('CURATOR'), await makePerson()]
  const { version } = await readHouseSettings(operator)
  const house = await changeHouse({ version, changes: { quotaMiB: 0 } }, operator)
  await expect(newOrder(artist)).rejects.toMatchObject({ code: 'quota_exceeded' })
  const depot = { as: 'depot', keepDuplicate: false } as const
  await finishUpload(await bring(curator, await noise(64)), depot, curator)
  await changeHouse({ version: house.version, changes: { quotaMiB: null } }, operator)
  await newOrder(artist)
})

it('says what is kept by what it is for, and how much of the disk is free', async () => {
  const { kinds, disk } = await readStorage(await makePerson('OPERATOR'))
  const bytesOf = (kind: string) => kinds.find((each) => each.kind === kind)?.bytes ?? 0
  for (const kind of ['photos', 'works', 'house']) expect(bytesOf(kind), kind).toBeGreaterThan(0)
  const all = await db.storedFile.aggregate({ _sum: { bytes: true } })
  expect(kinds.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(all._sum.bytes)
  expect(disk?.freeBytes).toBeGreaterThan(0)
})
