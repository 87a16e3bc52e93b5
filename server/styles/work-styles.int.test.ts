import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '@/server/accounts/viewer'
import { makeArtwork, makePerson } from '@/server/artworks/testing/records'
import { db } from '@/server/platform/db'
import { becomeArtwork } from '@/server/portraits/become-artwork'
import { claimOrder } from '@/server/portraits/claim-order'
import { completeOrder } from '@/server/portraits/complete-order'
import { deletePortrait } from '@/server/portraits/delete-portrait'
import { hangPortrait } from '@/server/portraits/hang-portrait'
import { readPortrait } from '@/server/portraits/read-portrait'
import { claimed, makeMaster, newOrder, newPhoto, painting } from '@/server/portraits/testing/orders'
import { prepareQueue } from '@/server/queue/prepare-queue'
import { fileKey } from '@/server/storage/picture-store'
import { store } from '@/server/storage/store'
import { expireRecords } from '@/server/sweeper/expire-records'
import { keepStudy } from './keep-study'
import { listStyles } from './list-styles'

const study = { modelName: 'm', modelVersion: '1', code: new Uint8Array(8), broadCode: new Uint8Array(8), target: null }
const styleRow = (id: string) => db.style.findUnique({ where: { id } })
const keyOf = async (id: string) => (await db.portraitOrder.findUniqueOrThrow({ where: { id } })).cacheKey

/** A finished portrait that its artist has hung for all to see. */
async function hungWork(artist: Viewer) {
  const order = await newOrder(artist)
  await completeOrder(await claimed(order.id), await painting())
  const { artworkId } = await hangPortrait(order.id, artist, { title: 'At the window', description: '' })
  const { painting: picture } = await db.portraitOrder.findUniqueOrThrow({
    where: { id: order.id },
    select: { painting: { select: { fileSha256: true } } },
  })
  return { orderId: order.id, artworkId, sha256: picture?.fileSha256 ?? '' }
}

beforeAll(async () => {
  await prepareQueue()
  await makeMaster('test-style', 0)
  await makeMaster('other-style', 1)
})

describe('any work that one may see is a style', () => {
  it('whose numbers are not known before its first order is painted', async () => {
    const viewer = await makePerson()
    const work = await makeArtwork()
    const order = await newOrder(viewer, { style: work, blend: 'other-style', blendPart: 0.25, quality: 'MASTER' })
    expect(order).toMatchObject({
      style: { id: work, title: { en: 'Pond', zh: '池塘' } },
      blend: { id: 'other-style', part: 0.25 },
      quality: 'MASTER',
      strokes: 0.5,
    })
    expect(await styleRow(work)).toMatchObject({ artworkId: work, code: null, position: null })
    expect((await listStyles()).map(({ id }) => id)).toEqual(['test-style', 'other-style'])
    const claim = await claimed(order.id)
    expect(claim).toMatchObject({
      style: { id: work, numbers: null, pictureSha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      blend: { style: { id: 'other-style', pictureSha256: null }, part: 0.25 },
    })
    await keepStudy(work, study)
    const next = await newOrder(viewer, { style: work })
    expect((await claimed(next.id)).style.numbers).toMatchObject({ modelName: 'm', modelVersion: '1' })
  })

  it('once, though twenty people choose it at the same moment, each with another second manner', async () => {
    const [work, second] = [await makeArtwork(), await makeArtwork()]
    const people = await Promise.all(Array.from({ length: 20 }, () => makePerson()))
    const orders = await Promise.all(
      people.map((person, index) =>
        index % 2 ? newOrder(person, { style: work, blend: second }) : newOrder(person, { style: second, blend: work }),
      ),
    )
    expect(new Set(orders.map(({ id }) => id)).size).toBe(20)
    expect(await db.style.count({ where: { artworkId: { in: [work, second] } } })).toBe(2)
  })

  it('and is the same painting before it was studied and after', async () => {
    const viewer = await makePerson()
    const [work, photo] = [await makeArtwork(), await newPhoto()]
    const before = await newOrder(viewer, { style: work }, photo)
    await keepStudy(work, study)
    const after = await newOrder(viewer, { style: work }, photo)
    const other = await newOrder(viewer, { style: await makeArtwork() }, photo)
    expect(await keyOf(after.id)).toBe(await keyOf(before.id))
    expect(await keyOf(other.id)).not.toBe(await keyOf(before.id))
  })

  it('under the words of its label', async () => {
    const artist = await makePerson()
    const { orderId, artworkId } = await hungWork(artist)
    const order = await newOrder(await makePerson(), { style: artworkId })
    await db.$transaction((tx) => becomeArtwork(tx, orderId, artist, { title: 'By the window', description: '' }))
    const { personId } = await db.portraitOrder.findUniqueOrThrow({ where: { id: order.id } })
    expect((await readPortrait(order.id, personId))?.style.title.en).toBe('By the window')
  })
})

describe('no style at all is', () => {
  it('a private work, but to its owner, and to a curator to whom it was offered', async () => {
    const [owner, stranger, curator] = [await makePerson(), await makePerson(), await makePerson('CURATOR')]
    const work = await makeArtwork({ ownerId: owner.id, visibility: 'PRIVATE' })
    for (const person of [stranger, curator]) {
      const refused = newOrder(person, { style: work })
      await expect(refused).rejects.toMatchObject({ code: 'style_unknown', fields: { style: expect.any(String) } })
      const blended = newOrder(person, { blend: work })
      await expect(blended).rejects.toMatchObject({ code: 'style_unknown', fields: { blend: expect.any(String) } })
    }
    expect(await styleRow(work)).toBeNull()
    expect((await newOrder(owner, { style: work })).status).toBe('QUEUED')
    // That there is a style now changes nothing for others.
    await expect(newOrder(stranger, { style: work })).rejects.toMatchObject({ code: 'style_unknown' })
  })

  it('a work that is no longer shown', async () => {
    const [owner, stranger] = [await makePerson(), await makePerson()]
    const work = await makeArtwork({ ownerId: owner.id })
    await newOrder(stranger, { style: work })
    await db.artwork.update({ where: { id: work }, data: { visibility: 'PRIVATE' } })
    await expect(newOrder(stranger, { style: work })).rejects.toMatchObject({ code: 'style_unknown' })
  })

  it('what was never there, or a manner that is to be blended with itself', async () => {
    const viewer = await makePerson()
    await expect(newOrder(viewer, { style: 'nobody' })).rejects.toMatchObject({ code: 'style_unknown' })
    await expect(newOrder(viewer, { style: randomUUID() })).rejects.toMatchObject({ code: 'style_unknown' })
    await expect(newOrder(viewer, { blend: 'nobody' })).rejects.toMatchObject({ code: 'style_unknown' })
    await expect(newOrder(viewer, { blend: 'test-style' })).rejects.toMatchObject({ code: 'invalid_request' })
    expect(await db.portraitOrder.count({ where: { personId: viewer.id } })).toBe(0)
  })
})

describe('a work that is deleted', () => {
  it('takes its manner along when nobody was painted in it, or all of them are finished', async () => {
    const artist = await makePerson()
    const { orderId, artworkId, sha256 } = await hungWork(artist)
    const guest = await makePerson()
    const order = await newOrder(guest, { style: artworkId })
    await completeOrder(await claimed(order.id), await painting())
    await deletePortrait(orderId, artist.id)
    expect(await db.storedFile.count({ where: { sha256 } })).toBe(0)
    expect(await styleRow(artworkId)).toMatchObject({ artworkId: null, pictureSha256: null })
    await expect(newOrder(guest, { style: artworkId })).rejects.toMatchObject({ code: 'style_unknown' })
    expect((await readPortrait(order.id, guest.id))?.style.title.en).toBe('At the window')
    await deletePortrait(order.id, guest.id)
    expect(await styleRow(artworkId)).toBeNull()
  })

  it('leaves its picture to orders that were accepted before, until they have learned from it', async () => {
    const artist = await makePerson()
    const { orderId, artworkId, sha256 } = await hungWork(artist)
    const guest = await makePerson()
    const order = await newOrder(guest, { style: 'test-style', blend: artworkId })
    await deletePortrait(orderId, artist.id)
    await expect(newOrder(guest, { style: artworkId })).rejects.toMatchObject({ code: 'style_unknown' })
    await expireRecords()
    const claim = await claimed(order.id)
    expect(claim.blend?.style).toMatchObject({ numbers: null, pictureSha256: sha256 })
    expect(await store.read(fileKey(sha256))).not.toBeNull()
    await keepStudy(artworkId, study)
    await completeOrder(claim, await painting())
    await expireRecords()
    expect(await store.read(fileKey(sha256))).toBeNull()
    expect((await readPortrait(order.id, guest.id))?.status).toBe('PAINTED')
    expect(await claimOrder(order.id, 'another')).toBeNull()
  })
})
