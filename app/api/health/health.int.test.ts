import { beforeAll, expect, test } from 'vitest'
import { draining } from '@/server/health/draining'
import { Visitor } from '@/server/http/testing/visitor'
import { db } from '@/server/platform/db'
import { prepareQueue } from '@/server/queue/prepare-queue'
import { GET as getLive } from './live/route'
import { GET as getReady } from './ready/route'

const ready = () => new Visitor().call(getReady, 'GET', '/api/health/ready')
const up = { status: 'up' }
const presence = { id: 'test', modelName: 'masters', modelVersion: '1', provider: 'cpu' }

beforeAll(() => prepareQueue())

test('the process lives', async () => {
  const answer = await new Visitor().call(getLive, 'GET', '/api/health/live')
  expect([answer.status, answer.json]).toEqual([200, { ok: true }])
})

test('without a painter the house is open and says so', async () => {
  await db.workerPresence.create({ data: { ...presence, seenAt: new Date(Date.now() - 20_000) } })
  const answer = await ready()
  expect(answer.status).toBe(200)
  expect(answer.json).toMatchObject({
    status: 'ready',
    version: expect.stringMatching(/^\d+\.\d+\.\d+/),
    dependencies: { database: up, queue: up, realtime: up, pictures: up, painter: { status: 'down' } },
  })
})

test('a worker that reports is the painter', async () => {
  await db.workerPresence.update({ where: { id: presence.id }, data: { seenAt: new Date() } })
  expect((await ready()).json.dependencies.painter).toEqual({
    status: 'up',
    detail: '1 at work with masters 1 on cpu.',
  })
})

test('names every provider at work, and nobody who has fallen silent', async () => {
  const beside = (id: string, provider: string, silentMs: number) =>
    db.workerPresence.create({ data: { ...presence, id, provider, seenAt: new Date(Date.now() - silentMs) } })
  await beside('second', 'cuda', 0)
  await beside('third', 'cuda', 0)
  await beside('fourth', 'webgpu', 20_000)
  expect((await ready()).json.dependencies.painter.detail).toBe(
    '2 at work with masters 1 on cuda, 1 at work with masters 1 on cpu.',
  )
})

test('tells no address and no secret', async () => {
  const { hostname, password } = new URL(process.env.DATABASE_URL ?? '')
  const told = JSON.stringify((await ready()).json)
  expect(told).not.toContain(hostname)
  expect(told).not.toContain(password)
})

test('a process that is leaving is not ready', async () => {
  draining.hasBegun = true
  const answer = await ready()
  draining.hasBegun = false
  expect([answer.status, answer.json.status]).toEqual([503, 'not_ready'])
})
