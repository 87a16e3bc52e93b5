import { randomUUID } from 'node:crypto'
import { type APIRequestContext, expect } from '@playwright/test'
import { makePhoto } from './photo'

/** Orders a small sketch in the manner of the nth style; answers the order's id. `seed`: another photo each. */
export const orderSketch = (request: APIRequestContext, seed: number, nth = 0) => order(request, seed, nth, 'SKETCH')

/** Orders a small painting that is refined for some time, step by step, in the manner of the first style; answers the order's id. */
export const orderMaster = (request: APIRequestContext, seed: number) => order(request, seed, 0, 'MASTER')

async function order(
  request: APIRequestContext,
  seed: number,
  nth: number,
  quality: 'SKETCH' | 'MASTER',
): Promise<string> {
  const { styles } = await (await request.get('/api/styles')).json()
  const photo = { name: 'a.jpg', mimeType: 'image/jpeg', buffer: await makePhoto(seed) }
  const { origin } = new URL(String(process.env.E2E_BASE_URL))
  const answer = await request.post('/api/portraits', {
    headers: { origin, 'idempotency-key': randomUUID() },
    multipart: { style: styles[nth].id, size: '512', quality, photo },
  })
  expect(answer.status()).toBe(202)
  return (await answer.json()).id
}

export async function untilPainted(request: APIRequestContext, id: string): Promise<void> {
  const stateOf = async () => (await (await request.get(`/api/portraits/${id}`)).json()).status
  await expect.poll(stateOf, { timeout: 120_000 }).toBe('PAINTED')
}
