import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { type CuratorRole, curatorRoles, type DeskAction, deskActions } from '@/lib/contracts/desk'
import type { ErrorCode } from '@/lib/contracts/errors'
import type { Viewer } from '@/server/accounts/viewer'
import { makeArtwork, makeExhibition, makePerson } from '@/server/artworks/testing/records'
import { readExhibitionFigures, readVisitorsNow } from '@/server/figures/read-exhibition-figures'
import { readHeatPlan } from '@/server/figures/read-heat-plan'
import { db } from '@/server/platform/db'
import { HouseError } from '@/server/platform/errors'
import { addRoom } from './add-room'
import { changeExhibition } from './change-exhibition'
import { changeHangings } from './change-hangings'
import { changeRoom } from './change-room'
import { createExhibition } from './create-exhibition'
import { discardExhibition } from './discard-exhibition'
import { listRoomDepot } from './list-depot'
import { listDeskExhibitions } from './list-exhibitions'
import { listTrail } from './list-trail'
import { orderRooms } from './order-rooms'
import { readDeskExhibition } from './read-exhibition'
import { readDeskRoom } from './read-room'
import { rebuildRooms } from './rebuild-rooms'
import { removeCurator } from './remove-curator'
import { removeRoom } from './remove-room'
import { setCurator } from './set-curator'
import { setExhibitionStatus } from './set-status'

interface Show {
  id: string
  roomId: string
}

/** Every act at the desk, and the right that it wants. */
const acts: Record<string, [DeskAction, (show: Show, viewer: Viewer | null) => Promise<unknown>]> = {
  'read an exhibition': ['look', ({ id }, viewer) => readDeskExhibition(id, viewer)],
  'read its trail': ['look', ({ id }, viewer) => listTrail(id, viewer)],
  'read its figures': ['look', ({ id }, viewer) => readExhibitionFigures(id, '7', viewer)],
  'see where people stop': ['look', ({ id }, viewer) => readHeatPlan(id, viewer)],
  'ask who is in its hall': ['look', ({ id }, viewer) => readVisitorsNow(id, viewer)],
  'read a room': ['look', ({ roomId }, viewer) => readDeskRoom(roomId, viewer)],
  'look into the depot': ['look', ({ roomId }, viewer) => listRoomDepot({ roomId }, viewer)],
  'change texts': [
    'edit',
    ({ id }, viewer) => changeExhibition({ id, from: { textEn: '' }, to: { textEn: 'New' } }, viewer),
  ],
  'set the hours of a draft': [
    'edit',
    ({ id }, viewer) =>
      changeExhibition({ id, from: { opensAt: null }, to: { opensAt: '2030-01-01T00:00:00.000Z' } }, viewer),
  ],
  'add a room': [
    'edit',
    ({ id }, viewer) => {
      const size = { width: 8, depth: 6, height: 4 }
      return addRoom({ id, nameEn: 'Two', nameZh: '二', architecture: 'white-cube', ...size }, viewer)
    },
  ],
  'order rooms': ['edit', ({ id, roomId }, viewer) => orderRooms({ id, roomIds: [roomId] }, viewer)],
  'build the rooms anew': [
    'edit',
    ({ id, roomId }, viewer) => rebuildRooms({ id, rooms: [{ id: roomId, architecture: 'salon', places: 4 }] }, viewer),
  ],
  'name a room': [
    'edit',
    ({ roomId: id }, viewer) => {
      const from = { nameEn: 'One', nameZh: '一' }
      return changeRoom({ id, from, to: { nameEn: 'First', nameZh: '第一' } }, viewer)
    },
  ],
  'remove a room': ['edit', ({ roomId }, viewer) => removeRoom({ id: roomId }, viewer)],
  'hang a work': [
    'edit',
    async ({ roomId }, viewer) => {
      const place = { wall: 'east', along: 2, centreHeight: 1.5 }
      const change = { hangingId: randomUUID(), artworkId: await makeArtwork(), base: 0, place }
      return changeHangings({ roomId, changes: [change] }, viewer)
    },
  ],
  'open it': [
    'publish',
    async ({ id, roomId }, viewer) => {
      const artworkId = await makeArtwork()
      await db.hanging.create({ data: { roomId, artworkId, wall: 'east', slot: 0 } })
      return setExhibitionStatus({ id, from: 'DRAFT', to: 'OPEN' }, viewer)
    },
  ],
  'set the hours of what is announced': [
    'publish',
    async ({ id }, viewer) => {
      const hour = '2030-01-01T00:00:00.000Z'
      await db.exhibition.update({ where: { id }, data: { status: 'SCHEDULED', opensAt: hour } })
      return changeExhibition({ id, from: { opensAt: hour }, to: { opensAt: '2031-01-01T00:00:00.000Z' } }, viewer)
    },
  ],
  'appoint somebody': [
    'appoint',
    async ({ id }, viewer) => {
      const { email } = await makePerson()
      await db.exhibitionCurator.create({ data: { exhibitionId: id, personId: (await makePerson()).id, role: 'LEAD' } })
      return setCurator({ id, email: email ?? '', role: 'EDITOR' }, viewer)
    },
  ],
  'dismiss somebody': [
    'appoint',
    async ({ id }, viewer) => {
      const [other, lead] = [await makePerson(), await makePerson()]
      const data = [
        { exhibitionId: id, personId: other.id, role: 'EDITOR' as const },
        { exhibitionId: id, personId: lead.id, role: 'LEAD' as const },
      ]
      await db.exhibitionCurator.createMany({ data })
      return removeCurator({ id, personId: other.id }, viewer)
    },
  ],
  'throw a draft away': ['discard', ({ id }, viewer) => discardExhibition(id, viewer)],
}

/** Who somebody is in the house and on the exhibition, and what that makes them at its desk. */
const callers: [string, 'nobody' | Parameters<typeof makePerson>[0], CuratorRole | null, CuratorRole | ErrorCode][] = [
  ['nobody', 'nobody', null, 'not_signed_in'],
  ['a guest', 'GUEST', null, 'account_needed'],
  ['a visitor', 'VISITOR', null, 'not_found'],
  ['an artist', 'ARTIST', null, 'not_found'],
  ['a visitor who is named as adviser', 'VISITOR', 'ADVISER', 'ADVISER'],
  ['an artist who is named as editor', 'ARTIST', 'EDITOR', 'EDITOR'],
  ['an artist who is named as lead', 'ARTIST', 'LEAD', 'LEAD'],
  ['a curator of the house, not named', 'CURATOR', null, 'ADVISER'],
  ['a curator who is named as adviser', 'CURATOR', 'ADVISER', 'ADVISER'],
  ['a curator who is named as editor', 'CURATOR', 'EDITOR', 'EDITOR'],
  ['a curator who is named as lead', 'CURATOR', 'LEAD', 'LEAD'],
  ['an operator, not named', 'OPERATOR', null, 'LEAD'],
  ['an operator who is named as adviser', 'OPERATOR', 'ADVISER', 'LEAD'],
]

async function enter(who: (typeof callers)[number][1], named: CuratorRole | null) {
  const show = await makeExhibition({ status: 'DRAFT' })
  const viewer = who === 'nobody' ? null : await makePerson(who)
  const other = await makePerson('CURATOR')
  const curators = [{ exhibitionId: show.id, personId: other.id, role: 'LEAD' as CuratorRole }]
  if (named && viewer) curators.push({ exhibitionId: show.id, personId: viewer.id, role: named })
  await db.exhibitionCurator.createMany({ data: curators })
  return { show, viewer }
}

const outcomeOf = (act: Promise<unknown>) =>
  act.then(
    () => 'done',
    (thrown: unknown) => (thrown instanceof HouseError ? thrown.code : thrown),
  )

function expected(standing: CuratorRole | ErrorCode, action: DeskAction) {
  const rank = curatorRoles.indexOf(standing as CuratorRole)
  if (rank < 0) return standing
  return rank >= curatorRoles.indexOf(deskActions[action]) ? 'done' : 'forbidden'
}

const cases = Object.keys(acts).flatMap((act) => callers.map((caller) => [caller[0], act, caller] as const))

test.each(cases)('%s: %s', async (_name, act, [, who, named, standing]) => {
  const [action, carryOut] = acts[act] as (typeof acts)[string]
  const { show, viewer } = await enter(who, named)
  expect(await outcomeOf(carryOut(show, viewer))).toBe(expected(standing, action))
})

test('every right is wanted by some act', () => {
  expect(new Set(Object.values(acts).map(([action]) => action))).toEqual(new Set(Object.keys(deskActions)))
})

test.each(callers)('%s begins an exhibition only as a curator of the house', async (_name, who) => {
  const viewer = who === 'nobody' ? null : await makePerson(who)
  const begun = await outcomeOf(
    createExhibition({ titleEn: 'New', titleZh: '新', from: { template: 'cabinet' } }, viewer),
  )
  const refusals: Record<string, ErrorCode> = { nobody: 'not_signed_in', GUEST: 'account_needed' }
  expect(begun).toBe(refusals[String(who)] ?? (who === 'CURATOR' || who === 'OPERATOR' ? 'done' : 'forbidden'))
})

test.each(callers)('%s finds on the list what they may look at', async (_name, who, named, standing) => {
  const { show, viewer } = await enter(who, named)
  if (viewer === null || viewer.isGuest) return expect(await outcomeOf(listDeskExhibitions(viewer))).toBe(standing)
  const { exhibitions } = await listDeskExhibitions(viewer)
  const mine = exhibitions.find(({ id }) => id === show.id)
  expect(mine?.myRole ?? 'not_found').toBe(standing)
})

test('an exhibition on which nobody is named belongs to all curators of the house, and to nobody else', async () => {
  const show = await makeExhibition({ status: 'DRAFT' })
  expect((await readDeskExhibition(show.id, await makePerson('CURATOR'))).myRole).toBe('LEAD')
  expect(await outcomeOf(readDeskExhibition(show.id, await makePerson('ARTIST')))).toBe('not_found')
})

const hangTheirs: (typeof acts)[string][1] = async ({ roomId }, viewer) => {
  const place = { wall: 'east', along: 2, centreHeight: 1.5 }
  const artworkId = await makeArtwork({ ownerId: viewer?.id, visibility: 'PRIVATE' })
  const change = { hangingId: randomUUID(), artworkId, base: 0, place }
  const { conflicts } = await changeHangings({ roomId, changes: [change] }, viewer)
  expect(conflicts).toEqual([])
}
/** In a room of one's own. */
const inOwnRoom: typeof acts = {
  ...acts,
  'hang a work': ['edit', hangTheirs],
}
const ofOwner = new Set(['read a room', 'look into the depot', 'hang a work'])

test.each(Object.keys(inOwnRoom))(
  "people's own rooms are at nobody's desk; what hangs there is their owner's: %s",
  async (act) => {
    const [, carryOut] = inOwnRoom[act] as (typeof acts)[string]
    const roomOf = ({ id: ownerId }: Viewer) => makeExhibition({ kind: 'OWN_ROOM', ownerId })
    for (const viewer of [await makePerson(), await makePerson('CURATOR'), await makePerson('OPERATOR')])
      expect(await outcomeOf(carryOut(await roomOf(await makePerson()), viewer))).toBe('not_found')
    const owner = await makePerson()
    const expected = ofOwner.has(act) ? 'done' : 'not_found'
    expect(await outcomeOf(carryOut(await roomOf(owner), owner))).toBe(expected)
  },
)
