import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it, vi } from 'vitest'
import { deleteArtworks } from '@/server/artworks/delete-artworks'
import { makePerson } from '@/server/artworks/testing/records'
import { changes } from '@/server/cache/changes'
import { db } from '@/server/platform/db'
import { prepareQueue } from '@/server/queue/prepare-queue'
import { becomeArtwork } from './become-artwork'
import { completeOrder } from './complete-order'
import { findEarlier, peekEarlier } from './earlier-order'
import { orderPortrait } from './order-portrait'
import { claimed, formOf, makeMaster, newPhoto, painting } from './testing/orders'

beforeAll(async () => {
  await prepareQueue()
  await makeMaster('test-style', 0)
})

it('is at hand once it is painted, until the work that it became comes or goes', async () => {
  const [viewer, key, form] = [await makePerson(), randomUUID(), formOf()]
  const { id } = await orderPortrait({ viewer, key, form, photo: await newPhoto() })
  const find = () => findEarlier(viewer.id, key, form)
  expect(await find()).toMatchObject({ id, status: 'QUEUED' })
  await vi.waitFor(() => expect(changes.isListening).toBe(true))
  await completeOrder(await claimed(id), await painting())
  expect(await find()).toMatchObject({ id, status: 'PAINTED', artworkId: null })
  expect(peekEarlier(viewer.id, key)?.view.id).toBe(id)

  const label = { title: 'Myself', description: '' }
  const artworkId = await db.$transaction((tx) => becomeArtwork(tx, id, viewer, label))
  expect(await find()).toMatchObject({ artworkId })
  await vi.waitFor(async () => {
    await find()
    expect(peekEarlier(viewer.id, key)?.view.artworkId).toBe(artworkId)
  })
  await db.$transaction((tx) => deleteArtworks([artworkId], tx))
  expect(await find()).toMatchObject({ status: 'PAINTED', artworkId: null })
})

it('is nobody else’s, and no other wish’s', async () => {
  const [viewer, other, key, form] = [await makePerson(), await makePerson(), randomUUID(), formOf()]
  const { id } = await orderPortrait({ viewer, key, form, photo: await newPhoto() })
  await completeOrder(await claimed(id), await painting())
  expect(await findEarlier(viewer.id, key, form)).toMatchObject({ id })
  expect(await findEarlier(other.id, key, form)).toBeNull()
  await expect(findEarlier(viewer.id, key, { ...form, strength: 0.3 })).rejects.toMatchObject({ code: 'key_reused' })
})
