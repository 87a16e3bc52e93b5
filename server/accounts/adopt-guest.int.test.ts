import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { makeArtwork, makePerson } from '@/server/artworks/testing/records'
import { setLike } from '@/server/engagement/set-like'
import { db } from '@/server/platform/db'
import { adoptGuest } from './adopt-guest'

const adopt = (guestId: string, personId: string) => db.$transaction((tx) => adoptGuest(guestId, personId, tx))

beforeAll(async () => {
  await db.style.create({
    data: {
      id: 'test-style',
      titleEn: 'Pond',
      titleZh: '池塘',
      artistEn: 'Nobody',
      artistZh: '佚名',
      year: '1900',
      school: 'Test',
      code: new Uint8Array(4),
      codeLength: 1,
      modelName: 'test',
      modelVersion: '1',
    },
  })
})

async function makeOrder(personId: string, idempotencyKey: string) {
  const artworkId = await makeArtwork({ ownerId: personId, visibility: 'PRIVATE' })
  const { pictureId } = await db.artwork.findUniqueOrThrow({ where: { id: artworkId } })
  const order = { personId, idempotencyKey, photoId: pictureId, styleId: 'test-style', strength: 1, longSide: 768 }
  const { id } = await db.portraitOrder.create({ data: { ...order, cacheKey: randomUUID() } })
  return { id, artworkId, pictureId }
}

test("orders, pictures and works move; a key that both used keeps the person's order", async () => {
  const [guest, person] = [await makePerson('GUEST'), await makePerson()]
  const theirs = await makeOrder(person.id, 'the-same-key')
  const [doubled, other] = [await makeOrder(guest.id, 'the-same-key'), await makeOrder(guest.id, 'another-key')]
  await adopt(guest.id, person.id)
  const orders = await db.portraitOrder.findMany({ where: { personId: person.id } })
  const keys = Object.fromEntries(orders.map((order) => [order.id, order.idempotencyKey]))
  expect(keys).toEqual({ [theirs.id]: 'the-same-key', [other.id]: 'another-key', [doubled.id]: doubled.id })
  const moved = { ownerId: person.id }
  expect(await db.picture.findUnique({ where: { id: doubled.pictureId } })).toMatchObject(moved)
  expect(await db.artwork.findUnique({ where: { id: other.artworkId } })).toMatchObject(moved)
})

test('is safe to repeat, and never takes from somebody with an account', async () => {
  const [guest, person, other] = [await makePerson('GUEST'), await makePerson(), await makePerson()]
  const artworkId = await makeArtwork()
  await setLike({ personId: guest.id, artworkId, liked: true })
  await Promise.all([adopt(guest.id, person.id), adopt(guest.id, person.id)])
  await adopt(person.id, other.id)
  expect(await db.like.findMany({ where: { artworkId } })).toMatchObject([{ personId: person.id }])
})

test('while both go on liking, nothing is counted twice or lost', async () => {
  const works = await Promise.all(Array.from({ length: 12 }, () => makeArtwork()))
  const pairs = await Promise.all(
    Array.from({ length: 8 }, async () => ({ guest: await makePerson('GUEST'), person: await makePerson() })),
  )
  const likeAll = (personId: string) =>
    Promise.all(works.map((artworkId) => setLike({ personId, artworkId, liked: true }).catch(tolerateEnded)))
  await Promise.all(
    pairs.map(async ({ guest, person }) => {
      await setLike({ personId: guest.id, artworkId: works[0] ?? '', liked: true })
      await Promise.all([likeAll(guest.id), likeAll(person.id), adopt(guest.id, person.id)])
    }),
  )
  for (const id of works) {
    const { likeCount } = await db.artwork.findUniqueOrThrow({ where: { id } })
    expect(likeCount).toBe(await db.like.count({ where: { artworkId: id } }))
    expect(likeCount).toBe(pairs.length)
  }
})

/** A guest's like that comes after the move belongs to nobody, and says so. */
function tolerateEnded(thrown: unknown) {
  expect(thrown).toMatchObject({ code: 'session_expired' })
}
