import { randomUUID } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { expect, test, vi } from 'vitest'
import { lightParamsSchema, lightUrl } from '@/lib/contracts/light'
import { decodeLight } from '@/lib/hanging/light/encode-light'
import { bakeLightNow } from '@/lib/hanging/light/room-light'
import { makeArtwork, makeExhibition, makePerson } from '@/server/artworks/testing/records'
import { announceChange } from '@/server/cache/announce-change'
import { tags } from '@/server/cache/tags'
import { changeHangings } from '@/server/desk/change-hangings'
import { readExhibition } from '@/server/exhibitions/read-exhibition'
import { db } from '@/server/platform/db'
import { lightExhibition } from './light-soon'
import { litRooms } from './lit-rooms'
import { publishedLights } from './published-lights'
import { readLight } from './read-light'

async function show(changes: Parameters<typeof makeExhibition>[0] = { status: 'OPEN' }) {
  const exhibition = await makeExhibition(changes)
  const curator = await makePerson('CURATOR')
  const artworkId = await makeArtwork()
  await db.hanging.create({ data: { roomId: exhibition.roomId, artworkId, wall: 'north', slot: 0 } })
  await announceChange(db, [tags.exhibition(exhibition.id)])
  const view = async () => (await readExhibition(exhibition.slug, curator)) ?? expect.fail('no exhibition')
  const lights = async () => publishedLights(await view())
  return { ...exhibition, curator, view, lights }
}

const keyOf = (address: string | null | undefined) =>
  lightParamsSchema.parse({ key: address?.slice(lightUrl('').length) }).key
const slow = { timeout: 30_000, interval: 100 }

test('the light of an open exhibition is computed once, is what a browser would compute, and lies at an address of its own', async () => {
  const { id, view, lights } = await show()
  // Whoever comes first computes it in their browser; by and by it is there for everybody.
  await vi.waitFor(async () => expect(await lights()).toEqual([expect.stringMatching(/^\/api\/light\//)]), slow)
  const [address] = await lights()
  const [room] = litRooms((await view()).rooms)
  if (!room) expect.fail('no room')
  const read = decodeLight(gunzipSync(await readLight(keyOf(address))), room.plan, room.placements)
  expect(read.surfaces).toEqual(bakeLightNow(room.plan, room.placements, room.colours).surfaces)
  expect(await lightExhibition(id)).toBe(0)
})

test('a change of what hangs makes other light, and the former stays for pages that are open', async () => {
  const { roomId, curator, lights } = await show()
  await vi.waitFor(async () => expect((await lights())[0]).not.toBeNull(), slow)
  const [before] = await lights()
  const place = { wall: 'east', along: 2, centreHeight: 1.5 }
  const change = { hangingId: randomUUID(), artworkId: await makeArtwork(), base: 0, place }
  await changeHangings({ roomId, changes: [change] }, curator)
  await vi.waitFor(async () => expect([null, before]).not.toContain((await lights())[0]), slow)
  expect((await readLight(keyOf(before))).length).toBeGreaterThan(1000)
})

test('a draft is lit by whoever looks at it', async () => {
  const { id, lights } = await show({ status: 'DRAFT' })
  expect(await lights()).toEqual([null])
  expect(await db.roomLight.count({ where: { room: { exhibitionId: id } } })).toBe(0)
})

test('a key that nothing was made for leads nowhere', async () => {
  await expect(readLight('0'.repeat(64))).rejects.toMatchObject({ code: 'not_found' })
})
