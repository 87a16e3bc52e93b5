import { beforeEach, expect, it } from 'vitest'
import { db } from '@/server/platform/db'
import { endPresence, reportPresence } from '@/server/workers/report-presence'
import { type Master, type ModelMasters, saveMasters } from './save-masters'

const master = (id: string, numbers = 1): Master => ({
  id,
  title: { en: id, zh: '题' },
  artist: { en: 'A', zh: '家' },
  year: '1900',
  school: 'test',
  fine: Uint8Array.of(0, 0, 0, numbers),
  broad: Uint8Array.of(0, 0, 0, numbers),
  target: null,
})
const house = (version: string, ids = ['one', 'two'], numbers = 1): ModelMasters => ({
  name: 'masters',
  version,
  masters: ids.map((id) => master(id, numbers)),
})
const guests = (version = 'c0ffee', ids = ['guest']): ModelMasters => ({
  name: 'guests',
  version,
  masters: ids.map((id) => master(id)),
})

const report = (id: string, ...models: ModelMasters[]) =>
  reportPresence({
    id,
    modelName: 'masters',
    modelVersion: models[0]?.version ?? '',
    provider: 'cpu',
    secondsPerMegapixel: null,
    notes: [],
    models: models.map(({ name, version }) => `${name} ${version}`),
  })
const silence = (id: string) =>
  db.$executeRaw`UPDATE "WorkerPresence" SET "seenAt" = now() - interval '1 minute' WHERE "id" = ${id}`
/** As a worker does: the others hear of its models before it writes. */
const start = async (id: string, ...models: ModelMasters[]) => {
  await report(id, ...models)
  return saveMasters(models, id)
}
const onSheet = async () =>
  (await db.style.findMany({ where: { position: { not: null } }, orderBy: { position: 'asc' } })).map(
    ({ id, modelVersion }) => `${id} ${modelVersion}`,
  )

beforeEach(async () => {
  await db.style.deleteMany()
  await db.workerPresence.deleteMany()
})

it('an older worker that starts beside newer ones puts nothing back', async () => {
  await start('old', house('4.1.1'))
  await start('new', house('4.2.1', ['one', 'two', 'three']))
  expect(await onSheet()).toEqual(['one 4.2.1', 'two 4.2.1', 'three 4.2.1'])
  expect(await start('old again', house('4.1.1'))).toEqual([])
  expect(await onSheet()).toEqual(['one 4.2.1', 'two 4.2.1', 'three 4.2.1'])
})

it('a newer worker takes over at once, and an older one when nobody paints with the newer version any more', async () => {
  await start('new', house('4.2.1', ['one', 'two', 'three']))
  await silence('new')
  await start('old', house('4.1.1'))
  expect(await onSheet()).toEqual(['one 4.1.1', 'two 4.1.1'])
  await start('new', house('4.2.1', ['one', 'two', 'three']))
  expect(await onSheet()).toEqual(['one 4.2.1', 'two 4.2.1', 'three 4.2.1'])
})

it('a style stays on the sheet as long as a living worker has its network', async () => {
  await start('guest house', house('4.1.1'), guests())
  await start('plain', house('4.1.1'))
  expect(await onSheet()).toEqual(['one 4.1.1', 'two 4.1.1', 'guest c0ffee'])
  await endPresence('guest house')
  await saveMasters([house('4.1.1')], 'plain')
  expect(await onSheet()).toEqual(['one 4.1.1', 'two 4.1.1'])
})

it('a worker whose own network was taken away is not held by its own last report', async () => {
  await start('w', house('4.1.1'), guests())
  await saveMasters([house('4.1.1')], 'w')
  expect(await onSheet()).toEqual(['one 4.1.1', 'two 4.1.1'])
})

it('of two networks of one name whose versions cannot be compared, that which is painted with stays', async () => {
  await start('first', house('4.1.1'), guests('aaa'))
  expect(await start('second', house('4.1.1'), guests('bbb'))).toEqual(['one', 'two'])
  expect(await onSheet()).toContain('guest aaa')
  await endPresence('first')
  expect(await saveMasters([house('4.1.1'), guests('bbb')], 'second')).toContain('guest')
  expect(await onSheet()).toContain('guest bbb')
})

it('writes only what is not as it should be', async () => {
  await start('w', house('4.1.1'))
  await db.style.update({ where: { id: 'two' }, data: { titleEn: 'Another' } })
  const [one] = await db.style.findMany({ where: { id: 'one' } })
  await saveMasters([house('4.1.1')], 'w')
  expect((await db.style.findUniqueOrThrow({ where: { id: 'one' } })).updatedAt).toEqual(one?.updatedAt)
  expect((await db.style.findUniqueOrThrow({ where: { id: 'two' } })).titleEn).toBe('two')
  await saveMasters([house('4.1.1', ['one', 'two'], 7)], 'w')
  expect(Buffer.from((await db.style.findUniqueOrThrow({ where: { id: 'one' } })).code ?? [])).toEqual(
    Buffer.from([0, 0, 0, 7]),
  )
})

it('workers with other networks of their own do not move each other’s styles for ever', async () => {
  const [all, some] = [
    [house('4.1.1'), guests('aaa', ['g']), { ...guests('bbb', ['h']), name: 'others' }],
    [house('4.1.1'), { ...guests('bbb', ['h']), name: 'others' }],
  ]
  await start('all', ...all)
  await start('some', ...some)
  const before = await db.style.findUniqueOrThrow({ where: { id: 'h' } })
  await saveMasters(all, 'all')
  await saveMasters(some, 'some')
  expect(await db.style.findUniqueOrThrow({ where: { id: 'h' } })).toEqual(before)
  expect(await onSheet()).toEqual(['one 4.1.1', 'two 4.1.1', 'g aaa', 'h bbb'])
})
