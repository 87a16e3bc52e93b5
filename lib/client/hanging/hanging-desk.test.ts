import { describe, expect, it } from 'vitest'
import type { DeskWork } from '@/lib/contracts/desk'
import type { DeskHanging, DeskRoom, HangingConflict } from '@/lib/contracts/desk-hanging'
import { rectangularPlan } from '@/lib/hanging/rectangular-plan'
import { HangingDesk } from './hanging-desk'
import {
  type HangingModel,
  openModel,
  placedHangings,
  send,
  settle,
  shownHangings,
  takeBack,
  wish,
} from './hanging-model'

const uuid = (tail: number) => `00000000-0000-7000-8000-${String(tail).padStart(12, '0')}`
const work = (tail: number): DeskWork => ({
  id: uuid(tail),
  title: { en: `Work ${tail}`, zh: `作品${tail}` },
  artist: { en: '', zh: '' },
  year: '2026',
  widthCm: 80,
  heightCm: 60,
  picture: { id: uuid(900 + tail), width: 800, height: 600, blur: '', colour: '#336699', access: null },
})
const at = (along: number) => ({ wall: 'east', along, centreHeight: 1.5 })
const hung = (tail: number, along: number, version = 1): DeskHanging => {
  return { id: uuid(100 + tail), version, slot: tail, artwork: work(tail), ...at(along) }
}
const roomWith = (...hangings: DeskHanging[]): DeskRoom => ({
  id: uuid(1),
  name: { en: 'Room', zh: '展厅' },
  plan: rectangularPlan({ width: 10, depth: 8 }),
  hangings,
  exhibition: {
    id: uuid(2),
    slug: 'show',
    title: { en: 'Show', zh: '展览' },
    status: 'DRAFT',
    isOwnRoom: false,
    rooms: [],
  },
  myRole: 'LEAD',
})
const move = (tail: number, along: number) => ({ hangingId: uuid(100 + tail), work: work(tail), place: at(along) })
const alongs = (model: HangingModel) => shownHangings(model).map(({ along }) => along)
const moved: HangingConflict = { hangingId: uuid(101), artworkId: uuid(1), reason: 'moved', by: 'Ben' }

describe('the model of a hanging', () => {
  it('shows wishes at once, sends the last of each work on the version that was seen', () => {
    const wished = wish(wish(openModel(roomWith(hung(1, 2, 7), hung(2, 4))), [move(1, 3)]), [move(1, 5)])
    expect(alongs(wished)).toEqual([5, 4])
    expect(send(wished, 200).changes).toMatchObject([{ base: 7, place: { along: 5 } }])
  })

  it('puts what was wished while its work was under way onto the version that comes of it', () => {
    const under = send(wish(openModel(roomWith(hung(1, 2))), [move(1, 3)]), 200).model
    const again = wish(under, [move(1, 6)])
    expect(alongs(again)).toEqual([6])
    const { model } = settle(again, roomWith(hung(1, 3, 2)), [])
    expect(send(model, 200).changes).toMatchObject([{ base: 2, place: { along: 6 } }])
  })

  it('loses a wish that somebody forestalled, and keeps what it was', () => {
    const under = send(wish(openModel(roomWith(hung(1, 2), hung(2, 4))), [move(1, 3), move(2, 5)]), 200).model
    const { model, lost } = settle(under, roomWith(hung(1, 9, 2), hung(2, 5, 2)), [moved])
    expect(alongs(model)).toEqual([9, 5])
    expect(lost).toMatchObject([{ by: 'Ben', place: { along: 3 } }])
  })

  it('takes back what did not arrive, on the version that it was made on', () => {
    const under = send(wish(openModel(roomWith(hung(1, 2))), [move(1, 3)]), 200).model
    const again = send(takeBack(wish(under, [move(1, 6)])), 200)
    expect(again.changes).toMatchObject([{ base: 1, place: { along: 6 } }])
  })

  it('hangs and takes down', () => {
    const model = wish(openModel(roomWith(hung(1, 2))), [{ ...move(1, 0), place: null }, move(3, 7)])
    expect(shownHangings(model).map(({ artwork }) => artwork.title.en)).toEqual(['Work 3'])
    expect(send(model, 1)).toMatchObject({ changes: [{ place: null }], model: { waiting: { size: 1 } } })
  })
})

/** A house for one curator, which others may change in between: also after a saving is done and before its answer is there. */
function house(first: DeskRoom) {
  let room = first
  let onTheWay = () => {}
  const desk: HangingDesk = new HangingDesk(first, {
    save: async (changes) => {
      const next = new Map(room.hangings.map((hanging) => [hanging.id, hanging]))
      const conflicts: HangingConflict[] = []
      for (const { hangingId, artworkId, place, base } of changes) {
        const present = next.get(hangingId)
        if (present && present.version !== base) conflicts.push({ ...moved, hangingId, artworkId })
        else if (place === null) next.delete(hangingId)
        else next.set(hangingId, { ...hung(Number(artworkId.slice(-3)), 0, base + 1), id: hangingId, ...place })
      }
      room = roomWith(...next.values())
      const answer = { room, conflicts }
      onTheWay()
      return answer
    },
    load: async () => room,
    isTransient: () => true,
  })
  const settled = () =>
    new Promise<void>((resolve) => {
      const look = () => desk.state.save === 'saved' && desk.state.model.waiting.size === 0 && resolve()
      desk.subscribe(look)
      desk.flush()
      look()
    })
  const change = (...hangings: DeskHanging[]) => {
    room = roomWith(...hangings)
  }
  const whileOnTheWay = (act: () => void) => {
    onTheWay = act
  }
  return { desk, settled, change, whileOnTheWay, alongs: () => alongs(desk.state.model) }
}

describe('the desk', () => {
  it('undoes and redoes, also what was saved', async () => {
    const { desk, settled, alongs } = house(roomWith(hung(1, 2)))
    desk.act([move(1, 3)])
    await settled()
    desk.act([move(1, 4)])
    desk.undo()
    expect(alongs()).toEqual([3])
    desk.undo()
    await settled()
    expect([alongs(), desk.state.past.length]).toEqual([[2], 0])
    desk.redo()
    desk.redo()
    await settled()
    expect([alongs(), desk.state.future.length]).toEqual([[4], 0])
  })

  it('leaves alone what somebody else moved since, when it undoes', async () => {
    const { desk, settled, change, alongs } = house(roomWith(hung(1, 2), hung(2, 5)))
    desk.act([move(1, 3), move(2, 6)])
    await settled()
    change(hung(1, 8, 3), hung(2, 6, 2))
    desk.lookAgain()
    await expect.poll(alongs).toEqual([8, 6])
    desk.undo()
    await settled()
    expect(alongs()).toEqual([8, 5])
    expect(desk.state.leftAlone.map(({ work: left }) => left.title.en)).toEqual(['Work 1'])
  })

  it('shows what somebody else did after a saving was done, though its answer came later', async () => {
    const { desk, settled, change, whileOnTheWay, alongs } = house(roomWith(hung(1, 2), hung(2, 5)))
    whileOnTheWay(() => {
      change(hung(1, 3, 2), hung(2, 6, 2))
      desk.lookAgain()
    })
    desk.act([move(1, 3)])
    await settled()
    await expect.poll(alongs).toEqual([3, 6])
  })

  it('tells of a lost wish once, and makes it if it is still wanted', async () => {
    const { desk, settled, change, alongs } = house(roomWith(hung(1, 2)))
    change(hung(1, 8, 2))
    desk.act([move(1, 3)])
    await settled()
    expect([alongs(), desk.state.lost.length]).toEqual([[8], 1])
    const [lost] = desk.state.lost
    if (lost) desk.decide(lost, true)
    await settled()
    expect([alongs(), desk.state.lost.length]).toEqual([[3], 0])
  })

  it('pins what the house had laid out before its neighbour moves', async () => {
    const loose = (tail: number) => ({ ...hung(tail, 0), along: null, centreHeight: null })
    const { desk, settled } = house(roomWith(loose(1), loose(2)))
    const before = placedHangings(desk.state.model).map(({ along }) => along)
    desk.act([move(2, 7)])
    await settled()
    expect(desk.state.model.room.hangings.map(({ along }) => along)).toEqual([before[0], 7])
    desk.undo()
    await settled()
    expect(desk.state.model.room.hangings.map(({ along }) => along)).toEqual(before)
  })

  it('does nothing for an act without a change', () => {
    const { desk } = house(roomWith(hung(1, 2)))
    desk.act([move(1, 2)])
    expect([desk.state.past.length, desk.state.save]).toEqual([0, 'saved'])
  })
})
