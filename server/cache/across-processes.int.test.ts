import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { makeArtwork, makeExhibition, makePerson } from '@/server/artworks/testing/records'
import { setLike } from '@/server/engagement/set-like'
import { hangArtwork } from '@/server/exhibitions/hang-artwork'
import { readExhibition } from '@/server/exhibitions/read-exhibition'
import { db } from '@/server/platform/db'
import { announceChange } from './announce-change'
import { changes } from './changes'
import { tags } from './tags'

const answerSchema = z.object({
  works: z.array(z.tuple([z.string(), z.number()])).nullable(),
  fills: z.number(),
})
let other: ChildProcess
let lines: AsyncIterator<string>

/** What the other process reads now; asked again where the machine was too busy to answer. */
async function readThere(slug: string) {
  for (;;) {
    other.stdin?.write(`${slug}\n`)
    const answer = answerSchema.nullable().parse(JSON.parse((await lines.next()).value))
    if (answer) return answer
  }
}
/** Once the notices of what was made before have arrived there, how often it has asked; all of the slugs are kept there then. */
async function settle(...slugs: string[]): Promise<number> {
  let fills = 0
  await expect
    .poll(
      async () => {
        const before = fills
        for (const slug of slugs) fills = (await readThere(slug)).fills
        return fills === before
      },
      { interval: 300, timeout: 20_000 },
    )
    .toBe(true)
  return fills
}
const hang = (artworkId: string, roomId: string) => db.$transaction((tx) => hangArtwork({ artworkId, roomId }, tx))

beforeAll(async () => {
  other = spawn(process.execPath, ['--import', 'tsx', 'server/cache/testing/reader.ts'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  if (!other.stdout) throw new Error('no output')
  lines = createInterface({ input: other.stdout })[Symbol.asyncIterator]()
  // Once it hears of changes, an answer lives longer than a second without one.
  const { slug } = await makeExhibition()
  const isHearing = async () => {
    const { fills } = await readThere(slug)
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    expect((await readThere(slug)).fills).toBe(fills)
  }
  await vi.waitFor(isHearing, { timeout: 110_000 })
}, 120_000)
afterAll(async () => {
  other.stdin?.end()
  await once(other, 'exit')
})

test('a hanging here is seen there, and what did not change is not read again', async () => {
  const [show, quiet] = [await makeExhibition(), await makeExhibition()]
  const [one, two] = [await makeArtwork(), await makeArtwork()]
  await hang(one, show.roomId)
  expect((await readThere(show.slug)).works).toEqual([[one, 0]])
  const before = await settle(quiet.slug, show.slug)
  await hang(two, show.roomId)
  await expect.poll(async () => (await readThere(show.slug)).works?.length, { interval: 20 }).toBe(2)
  const { fills } = await readThere(quiet.slug)
  // The other exhibition's refill, and no other.
  expect(fills - before).toBe(1)
})

test('a like here is seen there without reading the exhibition again', async () => {
  const [show, artworkId, person] = [await makeExhibition(), await makeArtwork(), await makePerson('GUEST')]
  await hang(artworkId, show.roomId)
  await expect.poll(async () => (await readThere(show.slug)).works, { interval: 20 }).toEqual([[artworkId, 0]])
  const { fills } = await readThere(show.slug)
  await setLike({ personId: person.id, artworkId, liked: true })
  await expect.poll(async () => (await readThere(show.slug)).works, { interval: 20 }).toEqual([[artworkId, 1]])
  expect((await readThere(show.slug)).fills).toBe(fills)
})

test('a transaction that is rolled back announces nothing', async () => {
  const [show, probe] = [await makeExhibition(), await makeExhibition()]
  const fills = await settle(show.slug, probe.slug)
  const failing = db.$transaction(async (tx) => {
    await announceChange(tx, [tags.exhibition(show.id)])
    throw new Error('changed my mind')
  })
  await expect(failing).rejects.toThrow('changed my mind')
  // A later notice that has arrived proves that an earlier one would have.
  await announceChange(db, [tags.exhibition(probe.id)])
  await expect.poll(async () => (await readThere(probe.slug)).fills, { interval: 20 }).toBe(fills + 1)
  expect((await readThere(show.slug)).fills).toBe(fills + 1)
})

test('who wrote reads what was written, at once, however often', async () => {
  const show = await makeExhibition()
  for (let count = 1; count <= 5; count++) {
    await hang(await makeArtwork(), show.roomId)
    expect((await readExhibition(show.slug, null))?.workCount).toBe(count)
  }
})

test('when notices can no longer be heard, what was kept is read anew, and soon they are heard again', async () => {
  const { id, slug } = await makeExhibition()
  await readExhibition(slug, null)
  await expect.poll(() => changes.isListening && changes.held.size === 0, { timeout: 20_000 }).toBe(true)
  await readExhibition(slug, null)
  // Written by somebody who announces nothing, so that only the loss can bring it to light.
  await db.exhibition.update({ where: { id }, data: { titleEn: 'Renamed' } })
  expect((await readExhibition(slug, null))?.title.en).toBe('Show')
  await db.$queryRaw`
    SELECT pg_terminate_backend(pid)::text FROM pg_stat_activity
    WHERE application_name = 'vernissage-changes' AND datname = current_database()`
  await expect.poll(async () => (await readExhibition(slug, null))?.title.en, { timeout: 20_000 }).toBe('Renamed')
  await expect.poll(() => changes.isListening, { timeout: 20_000 }).toBe(true)
})
