import { beforeAll, expect, it } from 'vitest'
import type { Viewer } from '@/server/accounts/viewer'
import { makePerson } from '@/server/artworks/testing/records'
import { db } from '@/server/platform/db'
import { listWorkers } from './list-workers'
import { endPresence, type Presence, reportPresence } from './report-presence'

const noCuda = 'The execution provider cuda is not to be had here, painting goes on without it: no driver'
const refused = 'other.onnx is refused: "photo" is missing.'
const plain = { modelName: 'masters', modelVersion: '2', provider: 'cpu', secondsPerMegapixel: null, notes: [] }
let operator: Viewer

const report = (id: string, changes: Partial<Presence> = {}) => reportPresence({ id, ...plain, ...changes })
const silence = (id: string, seconds: number) =>
  db.$executeRaw`UPDATE "WorkerPresence" SET "seenAt" = now() - make_interval(secs => ${seconds}) WHERE "id" = ${id}`

beforeAll(async () => {
  operator = await makePerson('OPERATOR')
})

it('finds nobody in an empty house', async () => {
  expect(await listWorkers(operator)).toEqual([])
})

it('shows what each paints with and lacks, and marks who has fallen silent', async () => {
  await report('a-silent-one', { modelVersion: '1' })
  await silence('a-silent-one', 60)
  await report('on-the-card', { provider: 'cuda', secondsPerMegapixel: 0.25, notes: [noCuda, refused] })
  const [atWork, silent, ...others] = await listWorkers(operator)
  expect(others).toEqual([])
  expect(atWork).toMatchObject({
    id: 'on-the-card',
    modelName: 'masters',
    modelVersion: '2',
    provider: 'cuda',
    secondsPerMegapixel: 0.25,
    notes: [noCuda, refused],
    startedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    isSilent: false,
  })
  expect(silent).toMatchObject({ id: 'a-silent-one', secondsPerMegapixel: null, notes: [], isSilent: true })
  expect(silent?.unheardSeconds).toBeGreaterThanOrEqual(60)
})

it('follows what a worker says last', async () => {
  await report('on-the-card', { provider: 'cuda', secondsPerMegapixel: 0.5, notes: [refused] })
  const [atWork] = await listWorkers(operator)
  expect(atWork).toMatchObject({ secondsPerMegapixel: 0.5, notes: [refused] })
})

it('knows a worker of before the column as one that lacks nothing', async () => {
  await db.$executeRaw`UPDATE "WorkerPresence" SET "notes" = NULL WHERE "id" = 'on-the-card'`
  expect((await listWorkers(operator))[0]?.notes).toEqual([])
})

it('forgets who has left, and who has been silent for a day', async () => {
  await silence('a-silent-one', 25 * 3600)
  expect((await listWorkers(operator)).map(({ id }) => id)).toEqual(['on-the-card'])
  await endPresence('on-the-card')
  expect(await listWorkers(operator)).toEqual([])
})
