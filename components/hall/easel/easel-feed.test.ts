import { expect, test } from 'vitest'
import type { EaselView } from '@/lib/contracts/easels'
import { createEaselFeed } from './easel-feed'

const words = { en: '', zh: '' }
/** What is painted on somebody's easel after so many steps; null for nothing yet. */
const easel = (id: string, sequence: number | null): EaselView => ({
  ...{ id, attempt: 1, sequence: sequence ?? 0, stage: 'painting', progress: 0.5 },
  ...{ style: { title: words, artist: words }, previewUrl: sequence === null ? null : `/${id}/${sequence}` },
})

/** A feed whose pictures come when a test says so. */
function openFeed() {
  const shown: (string | null)[] = []
  const asked: { address: string; come(picture: string | null): void }[] = []
  const getPicture = (address: string) =>
    new Promise<string | null>((come) => {
      asked.push({ address, come })
    })
  const owners: (string | null)[] = []
  const feed = createEaselFeed<string>(getPicture, (picture, id) => {
    shown.push(picture)
    owners.push(id)
  })
  /** The picture that was asked for last comes, or cannot be had. */
  const come = async (isThere = true) => {
    const last = asked.at(-1)
    last?.come(isThere ? last.address : null)
    await new Promise((resolve) => setImmediate(resolve))
  }
  return { hear: (...easels: EaselView[]) => feed.hear(easels), again: feed.again, come, shown, owners, asked }
}

test('shows each step as it comes, and asks for none twice', async () => {
  const { hear, come, shown, asked } = openFeed()
  hear(easel('ada', null))
  hear(easel('ada', 1))
  await come()
  hear(easel('ada', 1))
  hear(easel('ada', 2))
  await come()
  expect([shown, asked.length]).toEqual([['/ada/1', '/ada/2'], 2])
})

test('asks for one picture at a time, and then for the last one that there is', async () => {
  const { hear, come, shown, asked } = openFeed()
  for (const sequence of [1, 2, 3]) hear(easel('ada', sequence))
  expect(asked).toHaveLength(1)
  await come()
  await come()
  expect(shown).toEqual(['/ada/1', '/ada/3'])
})

test('a portrait that ended or was taken back goes at once, and a picture of it that is under way is not shown', async () => {
  const { hear, come, shown } = openFeed()
  hear(easel('ada', 1))
  await come()
  hear(easel('ada', 2))
  hear()
  expect(shown).toEqual(['/ada/1', null])
  await come()
  expect(shown).toEqual(['/ada/1', null])
})

test('a picture that never comes keeps nobody’s portrait on the easel', async () => {
  const { hear, come, shown } = openFeed()
  hear(easel('ada', 1))
  await come()
  hear(easel('ada', 2))
  hear()
  await come(false)
  expect(shown.at(-1)).toBeNull()
  hear(easel('ben', 1))
  await come()
  expect(shown.at(-1)).toBe('/ben/1')
})

test('of several the one that was begun last is shown, once something is painted on it', async () => {
  const { hear, come, shown, owners } = openFeed()
  hear(easel('ada', 1))
  await come()
  hear(easel('ben', null), easel('ada', 2))
  await come()
  hear(easel('ben', 1), easel('ada', 3))
  await come()
  // Whoever was begun before takes over again when that one is finished.
  hear(easel('ada', 4))
  await come()
  expect(shown).toEqual(['/ada/1', '/ada/2', '/ben/1', null, '/ada/4'])
  expect(owners).toEqual(['ada', 'ada', 'ben', null, 'ada'])
})

test('what could not be had is asked for again with the next news, and something newer at once', async () => {
  const { hear, come, shown, asked } = openFeed()
  hear(easel('ada', 1))
  await come(false)
  expect(asked).toHaveLength(1)
  hear(easel('ada', 1))
  hear(easel('ada', 2))
  await come(false)
  expect(asked.map(({ address }) => address)).toEqual(['/ada/1', '/ada/1', '/ada/2'])
  await come()
  expect(shown).toEqual(['/ada/2'])
})

test('what was lost with the canvas is brought again', async () => {
  const { hear, again, come, shown } = openFeed()
  hear(easel('ada', 1))
  await come()
  again()
  await come()
  expect(shown).toEqual(['/ada/1', '/ada/1'])
})
