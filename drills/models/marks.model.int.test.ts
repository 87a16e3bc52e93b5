import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeArtwork, makePerson } from '@/server/artworks/testing/records'
import { listFavourites } from '@/server/engagement/list-favourites'
import { setFavourite } from '@/server/engagement/set-favourite'
import { setLike } from '@/server/engagement/set-like'
import { db } from '@/server/platform/db'
import { modelLimitMs, runModel } from './run-model'

const PEOPLE = 3
const WORKS = 2

type Kind = 'like' | 'favourite'

interface Real {
  people: string[]
  works: string[]
}

/** Who has marked which work. */
interface Model {
  marks: Set<string>
}

const markOf = (kind: Kind, person: number, work: number) => `${kind} ${person} ${work}`

/** One person sets or takes back one mark. */
class SetMark implements fc.AsyncCommand<Model, Real> {
  constructor(
    private readonly kind: Kind,
    private readonly person: number,
    private readonly work: number,
    private readonly isSet: boolean,
    /** Sent this often at once, as by an impatient browser. */
    private readonly times: number,
  ) {}

  check = () => true

  async run(model: Model, real: Real) {
    const personId = real.people[this.person] ?? ''
    const artworkId = real.works[this.work] ?? ''
    const ask = async () => {
      if (this.kind === 'favourite') return setFavourite({ personId, artworkId, kept: this.isSet })
      const { liked, count } = await setLike({ personId, artworkId, liked: this.isSet })
      expect(liked).toBe(this.isSet)
      expect(count).toBeGreaterThanOrEqual(0)
      expect(count).toBeLessThanOrEqual(PEOPLE)
    }
    await Promise.all(Array.from({ length: this.times }, ask))
    const mark = markOf(this.kind, this.person, this.work)
    if (this.isSet) model.marks.add(mark)
    else model.marks.delete(mark)
  }

  toString = () => `${this.isSet ? 'set' : 'take back'} ${markOf(this.kind, this.person, this.work)} x${this.times}`
}

/** Everybody at once sets or takes back a mark of one work. */
class AllAtOnce implements fc.AsyncCommand<Model, Real> {
  constructor(
    private readonly kind: Kind,
    private readonly work: number,
    private readonly wishes: boolean[],
  ) {}

  check = () => true

  async run(model: Model, real: Real) {
    await Promise.all(
      this.wishes.map((isSet, person) => new SetMark(this.kind, person, this.work, isSet, 1).run(model, real)),
    )
  }

  toString = () => `all at once ${this.kind} ${this.work}: ${this.wishes.join()}`
}

/** Rows are those of the model, counts equal rows, and lists hold what was kept. */
class Compare implements fc.AsyncCommand<Model, Real> {
  check = () => true

  async run(model: Model, real: Real) {
    const where = { artworkId: { in: real.works } }
    const [likes, favourites] = await Promise.all([db.like.findMany({ where }), db.favourite.findMany({ where })])
    const seen = (kind: Kind) => (row: { personId: string; artworkId: string }) =>
      markOf(kind, real.people.indexOf(row.personId), real.works.indexOf(row.artworkId))
    const rows = [...likes.map(seen('like')), ...favourites.map(seen('favourite'))]
    expect(rows.sort()).toEqual([...model.marks].sort())
    for (const [person, personId] of real.people.entries()) {
      const { favourites } = await listFavourites(personId)
      const kept = real.works.filter((_, work) => model.marks.has(markOf('favourite', person, work)))
      expect(favourites.map(({ artwork }) => artwork.id).sort()).toEqual(kept.sort())
    }
  }

  toString = () => 'compare'
}

const person = fc.nat({ max: PEOPLE - 1 })
const work = fc.nat({ max: WORKS - 1 })
const kind = fc.constantFrom<Kind>('like', 'favourite')

test(
  'likes and favourites are what was asked for last, each once, and counts equal rows',
  async () => {
    const commands = [
      fc.tuple(kind, person, work, fc.boolean(), fc.integer({ min: 1, max: 3 })).map((wish) => new SetMark(...wish)),
      fc
        .tuple(kind, work, fc.array(fc.boolean(), { minLength: PEOPLE, maxLength: PEOPLE }))
        .map((wish) => new AllAtOnce(...wish)),
      fc.constant(new Compare()),
    ]
    await runModel('marks', commands, async () => {
      const people = await Promise.all(Array.from({ length: PEOPLE }, async () => (await makePerson('GUEST')).id))
      const works = await Promise.all(Array.from({ length: WORKS }, () => makeArtwork()))
      return { model: { marks: new Set() }, real: { people, works } }
    })
    await expectCountsToEqualRows()
  },
  modelLimitMs,
)

/** Counts may be folded a moment after the rows they count. */
async function expectCountsToEqualRows() {
  await expect
    .poll(
      () => db.$queryRaw`
        SELECT a."id" FROM "Artwork" a WHERE a."likeCount" < 0 OR a."favouriteCount" < 0
          OR a."likeCount" <> (SELECT count(*) FROM "Like" l WHERE l."artworkId" = a."id")
          OR a."favouriteCount" <> (SELECT count(*) FROM "Favourite" f WHERE f."artworkId" = a."id")`,
      { timeout: 30_000 },
    )
    .toEqual([])
}
