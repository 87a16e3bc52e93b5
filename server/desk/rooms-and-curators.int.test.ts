import { describe, expect, test } from 'vitest'
import { makeArtwork, makePerson } from '@/server/artworks/testing/records'
import { readExhibition } from '@/server/exhibitions/read-exhibition'
import { db } from '@/server/platform/db'
import { addRoom } from './add-room'
import { hasDesk } from './has-desk'
import { orderRooms } from './order-rooms'
import { readDeskExhibition } from './read-exhibition'
import { removeCurator } from './remove-curator'
import { removeRoom } from './remove-room'
import { setCurator } from './set-curator'
import { setExhibitionStatus } from './set-status'
import { draft } from './testing/draft'

describe('rooms', () => {
  test('are added at the end, put into another order, and removed with what hangs there but not the works', async () => {
    const { curator, id, artworkId, roomId } = await draft()
    const wish = { architecture: 'salon' as const, width: 9, depth: 7, height: 4 }
    const { rooms } = await addRoom({ id, nameEn: 'Two', nameZh: '二', ...wish }, curator)
    expect(rooms.map(({ name, width }) => [name.en, width])).toEqual([
      ['Cabinet', 8],
      ['Two', 9],
    ])
    const roomIds = rooms.map((room) => room.id).reverse()
    expect((await orderRooms({ id, roomIds }, curator)).rooms.map((room) => room.id)).toEqual(roomIds)
    const again = await orderRooms({ id, from: roomIds.toReversed(), roomIds }, curator)
    expect(again.rooms.map((room) => room.id)).toEqual(roomIds)
    const { rooms: three } = await addRoom({ id, nameEn: 'Three', nameZh: '三', ...wish }, curator)
    const seen = three.map((room) => room.id)
    const [a = '', b = '', c = ''] = seen
    const both = [
      orderRooms({ id, from: seen, roomIds: [b, a, c] }, curator),
      orderRooms({ id, from: seen, roomIds: [a, c, b] }, curator),
    ]
    const outcomes = (await Promise.allSettled(both)).map((one) =>
      one.status === 'rejected' ? one.reason.code : 'done',
    )
    expect(outcomes.toSorted()).toEqual(['conflict', 'done'])
    await removeRoom({ id: c }, curator)
    const partly = orderRooms({ id, roomIds: [roomId] }, curator)
    await expect(partly).rejects.toMatchObject({ code: 'conflict' })
    expect((await removeRoom({ id: roomId }, curator)).works).toEqual([])
    expect(await db.artwork.count({ where: { id: artworkId } })).toBe(1)
  })

  test('are not removed with works that their curator did not see', async () => {
    const { curator, roomId, artworkId } = await draft()
    const second = await makeArtwork()
    await db.hanging.create({ data: { roomId, artworkId: second, wall: 'east', slot: 9 } })
    await expect(removeRoom({ id: roomId, works: 1 }, curator)).rejects.toMatchObject({ code: 'conflict' })
    expect(await db.hanging.count({ where: { roomId, artworkId: { in: [artworkId, second] } } })).toBe(2)
    expect((await removeRoom({ id: roomId, works: 2 }, curator)).rooms).toEqual([])
  })

  test('are never all taken from what is open', async () => {
    const { curator, id, roomId } = await draft()
    await setExhibitionStatus({ id, from: 'DRAFT', to: 'OPEN' }, curator)
    await expect(removeRoom({ id: roomId }, curator)).rejects.toMatchObject({ code: 'conflict' })
  })
})

describe('curators of an exhibition', () => {
  test('are appointed by e-mail, changed and dismissed, but a lead remains', async () => {
    const { curator, id } = await draft()
    const guest = await makePerson('VISITOR')
    const email = guest.email?.toUpperCase() ?? ''
    expect((await setCurator({ id, email, role: 'EDITOR' }, curator)).curators).toHaveLength(2)
    expect((await readDeskExhibition(id, guest)).myRole).toBe('EDITOR')
    await expect(removeCurator({ id, personId: curator.id }, curator)).rejects.toMatchObject({ code: 'last_lead' })
    await setCurator({ id, email, role: 'LEAD' }, curator)
    expect((await removeCurator({ id, personId: curator.id }, guest)).curators).toMatchObject([{ role: 'LEAD' }])
    const nobody = setCurator({ id, email: 'nobody@example.org', role: 'EDITOR' }, guest)
    await expect(nobody).rejects.toMatchObject({ code: 'person_unknown' })
  })

  test('are appointed by what was seen: of two leads at once the second one is told', async () => {
    const { curator, id } = await draft()
    const [one, other] = [await makePerson('VISITOR'), await makePerson('VISITOR')]
    const seen = (await readDeskExhibition(id, curator)).curators.map(({ personId, role }) => ({ personId, role }))
    const appoint = (email: string | null, role: 'EDITOR' | 'ADVISER') =>
      setCurator({ id, email: email ?? '', role, seen }, curator)
    expect((await appoint(one.email, 'EDITOR')).curators).toHaveLength(2)
    await expect(appoint(one.email, 'ADVISER')).rejects.toMatchObject({ code: 'conflict' })
    await expect(appoint(other.email, 'ADVISER')).rejects.toMatchObject({ code: 'conflict' })
    // A request that is sent again after a lost answer wants nothing new.
    expect((await appoint(one.email, 'EDITOR')).curators).toHaveLength(2)
  })

  test('preview a draft in the real hall, whatever they are in the house', async () => {
    const { curator, id, slug } = await draft()
    const guest = await makePerson('VISITOR')
    expect(await readExhibition(slug, guest)).toBeNull()
    await setCurator({ id, email: guest.email ?? '', role: 'ADVISER' }, curator)
    expect((await readExhibition(slug, guest))?.workCount).toBe(1)
    expect([await hasDesk(guest), await hasDesk(await makePerson('VISITOR'))]).toEqual([true, false])
  })
})
