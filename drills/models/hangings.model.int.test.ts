import fc from 'fast-check'
import { expect, test } from 'vitest'
import { planSchema } from '@/lib/hanging/plan'
import { rectangularPlan } from '@/lib/hanging/rectangular-plan'
import { makeArtwork, makeExhibition, makePerson } from '@/server/artworks/testing/records'
import { hangArtwork } from '@/server/exhibitions/hang-artwork'
import { db } from '@/server/platform/db'
import { HouseError } from '@/server/platform/errors'
import { modelLimitMs, runModel } from './run-model'

const WORKS = 14
const ROOMS = 2

interface Real {
  works: { id: string; widthCm: number }[]
  rooms: string[]
}

/** Which works hang in which room, and which are gone. */
interface Model {
  hung: Set<string>[]
  gone: Set<string>
}

/** Works that are hung in one room at once, one or several. */
class Hang implements fc.AsyncCommand<Model, Real> {
  constructor(
    private readonly room: number,
    private readonly works: number[],
  ) {}

  check = () => true

  async run(model: Model, { works, rooms }: Real) {
    const hung = model.hung[this.room] ?? new Set()
    const wished = this.works.map((index) => works[index]?.id ?? '')
    const answers = await Promise.all(wished.map((artworkId) => this.hang(artworkId, rooms[this.room] ?? '')))
    for (const [index, artworkId] of wished.entries()) {
      const answer = answers[index]
      const earlier = answers.filter((other, at) => wished[at] === artworkId && other === 'hung').length
      if (model.gone.has(artworkId)) expect(answer).toBe('not_found')
      else if (hung.has(artworkId)) expect(answer).toBe('already_hung')
      else expect(['hung', 'room_full', ...(earlier > 0 ? ['already_hung'] : [])]).toContain(answer)
      expect(earlier).toBeLessThanOrEqual(1)
    }
    for (const [index, artworkId] of wished.entries()) if (answers[index] === 'hung') hung.add(artworkId)
  }

  private hang(artworkId: string, roomId: string): Promise<string> {
    return db
      .$transaction((tx) => hangArtwork({ artworkId, roomId }, tx))
      .then(
        () => 'hung',
        (error) => (error instanceof HouseError ? error.code : Promise.reject(error)),
      )
  }

  toString = () => `Hang ${this.works.join(' and ')} in ${this.room}`
}

/** A work leaves the house, and with it every wall. */
class Remove implements fc.AsyncCommand<Model, Real> {
  constructor(private readonly work: number) {}

  check = () => true

  async run(model: Model, { works }: Real) {
    const id = works[this.work]?.id ?? ''
    const { count } = await db.artwork.deleteMany({ where: { id } })
    expect(count).toBe(model.gone.has(id) ? 0 : 1)
    model.gone.add(id)
    for (const room of model.hung) room.delete(id)
  }

  toString = () => `Remove ${this.work}`
}

/** On the walls hangs what the model has, each work once, no two in one place, none beside the wall's end. */
class Compare implements fc.AsyncCommand<Model, Real> {
  check = () => true

  async run(model: Model, { rooms }: Real) {
    for (const [index, roomId] of rooms.entries()) {
      const { plan, hangings } = await db.room.findUniqueOrThrow({
        where: { id: roomId },
        select: { plan: true, hangings: { include: { artwork: { select: { widthCm: true } } } } },
      })
      expect(hangings.map(({ artworkId }) => artworkId).sort()).toEqual([...(model.hung[index] ?? [])].sort())
      expect(new Set(hangings.map(({ wall, slot }) => `${wall} ${slot}`)).size).toBe(hangings.length)
      for (const wall of planSchema.parse(plan).walls) {
        const widths = hangings
          .filter((hanging) => hanging.wall === wall.id)
          .map(({ artwork }) => artwork.widthCm / 100)
        const [a, b] = [wall.from, wall.to]
        expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThan(Math.hypot(b[0] - a[0], b[1] - a[1]))
      }
    }
  }

  toString = () => 'Compare'
}

test(
  'a work hangs once in a room, in a place of its own, for as long as it is there',
  async () => {
    const work = fc.nat({ max: WORKS - 1 })
    const room = fc.nat({ max: ROOMS - 1 })
    const commands = [
      fc.tuple(room, fc.array(work, { minLength: 1, maxLength: 3 })).map((wish) => new Hang(...wish)),
      work.map((index) => new Remove(index)),
      fc.constant(new Compare()),
    ]
    await runModel<Model, Real>('hangings', commands, async () => {
      const { id: ownerId } = await makePerson()
      const works: Real['works'] = []
      for (let index = 0; index < WORKS; index++) {
        const widthCm = 60 + 20 * (index % 5)
        works.push({ id: await makeArtwork({ ownerId, widthCm }), widthCm })
      }
      const rooms: string[] = []
      for (let index = 0; index < ROOMS; index++) {
        const plan = rectangularPlan({ width: 4, depth: 3 })
        const own = { create: { position: 0, nameEn: 'One', nameZh: '一', plan } }
        rooms.push((await makeExhibition({ rooms: own })).roomId)
      }
      return { model: { hung: rooms.map(() => new Set()), gone: new Set() }, real: { works, rooms } }
    })
  },
  modelLimitMs,
)
