import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { notePainting } from '@/server/metrics/painting-metrics'
import { watchProcess } from '@/server/metrics/process-metrics'
import { readSample } from '@/server/metrics/testing/read-sample'
import { answerHealth } from './answer-health'

let isReady = false
const server = answerHealth(() => isReady)
let door = ''

beforeAll(async () => {
  if (!server.listening) await once(server, 'listening')
  door = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.close()
  server.closeAllConnections()
})

it('lives at once and is ready when it says so', async () => {
  const statusOf = async (path: string) => (await fetch(door + path)).status
  expect(await statusOf('/health/live')).toBe(200)
  expect(await statusOf('/health/ready')).toBe(503)
  isReady = true
  expect(await statusOf('/health/ready')).toBe(200)
})

it('tells Prometheus what it paints', async () => {
  watchProcess('worker')
  const model = { modelName: 'house', modelVersion: '1.0.0', provider: 'cpu' }
  notePainting({ ...model, quality: 'MASTER', longSide: 700, paintingMs: 3_000 })
  const text = await (await fetch(`${door}/metrics`)).text()
  expect(readSample(text, 'vernissage_build_info', { role: 'worker' })).toBe(1)
  const kind = { model: 'house 1.0.0', size: '768', quality: 'MASTER', provider: 'cpu' }
  expect(readSample(text, 'vernissage_painting_duration_seconds_bucket', { le: '2', ...kind })).toBe(0)
  expect(readSample(text, 'vernissage_painting_duration_seconds_bucket', { le: '4', ...kind })).toBe(1)
})
