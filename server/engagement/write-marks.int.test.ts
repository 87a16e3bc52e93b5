import { expect, it } from 'vitest'
import { makeArtwork, makePerson } from '@/server/artworks/testing/records'
import { db } from '@/server/platform/db'
import { writeMarks } from './write-marks'

const makePeople = async (count: number) =>
  (await Promise.all(Array.from({ length: count }, () => makePerson('GUEST')))).map(({ id }) => id).sort()

async function stateOf(artworkId: string) {
  const { likeCount } = await db.artwork.findUniqueOrThrow({ where: { id: artworkId }, select: { likeCount: true } })
  return { likeCount, rows: await db.like.count({ where: { artworkId } }) }
}

it('answers each wish of a batch by itself', async () => {
  const owner = await makePerson()
  const [stranger = ''] = await makePeople(1)
  const artworkId = await makeArtwork({ ownerId: owner.id, visibility: 'PRIVATE' })
  const like = (personId: string) => ({ mark: 'like', personId, artworkId, isSet: true }) as const
  const nobody = crypto.randomUUID()
  const answers = await writeMarks([like(owner.id), like(stranger), like(nobody)])
  expect(answers).toEqual([
    { isPersonThere: true, isWorkThere: true, count: 1, hasChanged: true },
    { isPersonThere: true, isWorkThere: false, count: 1, hasChanged: false },
    { isPersonThere: false, isWorkThere: false, count: 1, hasChanged: false },
  ])
  expect(await writeMarks([like(owner.id)])).toMatchObject([{ count: 1, hasChanged: false }])
})

it('stays exact when batches of many processes overlap, in both directions', async () => {
  const artworkId = await makeArtwork()
  const people = await makePeople(60)
  // Eight processes at once, each with a batch of its own for the same people and the same work.
  await Promise.all(
    Array.from({ length: 8 }, async (_, process) => {
      for (let round = 0; round < 6; round++) {
        const wishes = people
          .filter((_person, index) => (index + process) % 3 !== 0)
          .map((personId, index) => ({
            mark: 'like' as const,
            personId,
            artworkId,
            isSet: (index + round + process) % 2 === 0,
          }))
        const answers = await writeMarks(wishes)
        expect(Math.min(...answers.map(({ count }) => count))).toBeGreaterThanOrEqual(0)
      }
    }),
  )
  const { likeCount, rows } = await stateOf(artworkId)
  expect(likeCount).toBe(rows)
})

it('writes a batch again that had to give way to whoever removes several people', async () => {
  const artworkId = await makeArtwork()
  const [first = '', second = ''] = await makePeople(2)
  let writing: Promise<unknown> = Promise.resolve()
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Person" WHERE "id" = ${second} FOR UPDATE`
    // It holds the first and waits for the second; asking for the first now closes the circle.
    writing = writeMarks([first, second].map((personId) => ({ mark: 'like', personId, artworkId, isSet: true })))
    while (await isFree(first)) await new Promise((resolve) => setTimeout(resolve, 20))
    await tx.$queryRaw`SELECT 1 FROM "Person" WHERE "id" = ${first} FOR UPDATE`
  })
  await writing
  expect(await stateOf(artworkId)).toEqual({ likeCount: 2, rows: 2 })

  async function isFree(id: string): Promise<boolean> {
    const rows = await db.$queryRaw<unknown[]>`SELECT 1 FROM "Person" WHERE "id" = ${id} FOR UPDATE SKIP LOCKED`
    return rows.length > 0
  }
})
