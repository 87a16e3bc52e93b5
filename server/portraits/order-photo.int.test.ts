import { beforeAll, expect, it, vi } from 'vitest'
import { makePerson } from '@/server/artworks/testing/records'
import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { prepareQueue } from '@/server/queue/prepare-queue'
import { photoDecoder } from '@/server/storage/decoding/photo-decoder'
import { fileKey } from '@/server/storage/picture-store'
import { store } from '@/server/storage/store'
import { cancelPortrait } from './cancel-portrait'
import { deletePortrait } from './delete-portrait'
import { readPhoto } from './order-photo'
import { makeMaster, newOrder, newPhoto } from './testing/orders'

const decoding = vi.spyOn(photoDecoder, 'decode')
const welcome = async () => {}
const unwelcome = async () => fail('no_turn')

/** `readPhoto` as a process has it that remembers nothing of what was done here. */
async function anotherProcess(): Promise<typeof readPhoto> {
  ;(globalThis as { vernissage?: Map<string, unknown> }).vernissage?.delete('caches')
  vi.resetModules()
  return (await import('./order-photo')).readPhoto
}

beforeAll(async () => {
  await prepareQueue()
  await makeMaster('test-style', 0)
})

it('decodes a file once, for whoever brings it', async () => {
  const file = await newPhoto()
  const first = await readPhoto(file, welcome)
  const again = await readPhoto(new Uint8Array(file), unwelcome)
  expect(decoding).toHaveBeenCalledTimes(1)
  expect({ ...again, bytes: null }).toEqual({ ...first, bytes: null })
  await newOrder(await makePerson(), {}, file)
  await newOrder(await makePerson(), {}, file)
  // The photo itself was wanted once more, to be kept.
  expect(decoding).toHaveBeenCalledTimes(2)
})

it('knows a file whose order another process took, until that order is deleted', async () => {
  const person = await makePerson()
  const file = await newPhoto()
  const { id } = await newOrder(person, {}, file)
  const here = await readPhoto(file, unwelcome)
  const there = await (await anotherProcess())(file, unwelcome)
  expect({ ...there, bytes: null }).toEqual({ ...here, bytes: null })
  await cancelPortrait(id, person.id)
  await deletePortrait(id, person.id)
  await expect((await anotherProcess())(file, unwelcome)).rejects.toMatchObject({ code: 'no_turn' })
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

it('asks whether it is worth the while before it decodes a file that is new', async () => {
  const before = decoding.mock.calls.length
  await expect(readPhoto(await newPhoto(), unwelcome)).rejects.toMatchObject({ code: 'no_turn' })
  expect(decoding).toHaveBeenCalledTimes(before)
})

it('remembers nothing of a file that is no photo', async () => {
  const file = new TextEncoder().encode('no photo at all')
  for (const _time of [1, 2])
    await expect(readPhoto(file, welcome)).rejects.toMatchObject({ code: 'photo_unsupported' })
})
