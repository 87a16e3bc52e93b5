import { beforeAll, expect, it, vi } from 'vitest'
import { readAdmission } from '@/server/admission/admission'
import { makePerson } from '@/server/artworks/testing/records'
import { db } from '@/server/platform/db'
import { prepareQueue } from '@/server/queue/prepare-queue'
import { photoDecoder } from '@/server/storage/decoding/photo-decoder'
import { fileKey } from '@/server/storage/picture-store'
import { store } from '@/server/storage/store'
import { cancelPortrait } from './cancel-portrait'
import { deletePortrait } from './delete-portrait'
import { readPhoto } from './order-photo'
import { makeMaster, newOrder, newPhoto } from './testing/orders'

const decode = photoDecoder.decode.bind(photoDecoder)
const decoding = vi.spyOn(photoDecoder, 'decode')

/** The same functions as a process has them that remembers nothing of what was done here. */
async function anotherProcess(): Promise<typeof import('./order-photo')> {
  ;(globalThis as { vernissage?: Map<string, unknown> }).vernissage?.delete('caches')
  vi.resetModules()
  return import('./order-photo')
}

beforeAll(async () => {
  await prepareQueue()
  await makeMaster('test-style', 0)
})

it('decodes a file once, for whoever brings it', async () => {
  const file = await newPhoto()
  const first = await readPhoto(file)
  const again = await readPhoto(new Uint8Array(file))
  expect(decoding).toHaveBeenCalledTimes(1)
  expect({ ...again, bytes: null }).toEqual({ ...first, bytes: null })
  await newOrder(await makePerson(), {}, file)
  await newOrder(await makePerson(), {}, file)
  // The photo itself was wanted once more, to be kept.
  expect(decoding).toHaveBeenCalledTimes(2)
})

it('counts an order at the door while its file is decoded', async () => {
  const before = (await readAdmission()).orders
  const seen: number[] = []
  decoding.mockImplementationOnce(async (...file) => {
    seen.push((await readAdmission()).orders)
    return decode(...file)
  })
  await newOrder(await makePerson())
  expect(seen).toEqual([before + 1])
})

it('knows a file whose order another process took, until that order is deleted', async () => {
  const person = await makePerson()
  const file = await newPhoto()
  const { id } = await newOrder(person, {}, file)
  const there = await anotherProcess()
  expect(await there.isKnownFile(file)).toBe(true)
  expect({ ...(await there.readPhoto(file)), bytes: null }).toEqual({ ...(await readPhoto(file)), bytes: null })
  await cancelPortrait(id, person.id)
  await deletePortrait(id, person.id)
  expect(await (await anotherProcess()).isKnownFile(file)).toBe(false)
})

it('keeps the photo of a known file anew after the last order of it was deleted', async () => {
  const file = await newPhoto()
  const [one, other] = [await makePerson(), await makePerson()]
  const { id, photo } = await newOrder(one, {}, file)
  const { fileSha256 } = await db.picture.findUniqueOrThrow({ where: { id: photo?.id ?? '' } })
  await cancelPortrait(id, one.id)
  await deletePortrait(id, one.id)
  expect(await store.read(fileKey(fileSha256))).toBeNull()
  await newOrder(other, {}, file)
  expect(await store.read(fileKey(fileSha256))).not.toBeNull()
})

it('remembers nothing of a file that is no photo', async () => {
  const file = new TextEncoder().encode('no photo at all')
  for (const _time of [1, 2]) await expect(readPhoto(file)).rejects.toMatchObject({ code: 'photo_unsupported' })
})
