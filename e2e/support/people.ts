import { randomUUID } from 'node:crypto'
import { type APIRequestContext, type BrowserContext, expect } from '@playwright/test'
import { makePhoto } from './photo'

const base = () => String(process.env.E2E_BASE_URL)
/** Header of a request that changes something, as the house's own pages send it. */
export const origin = () => ({ origin: new URL(base()).origin })

/** Signs somebody up in this context; answers their id. */
export async function signUp({ request }: BrowserContext, name: string): Promise<string> {
  const account = { name, email: `${randomUUID()}@example.org`, password: randomUUID() }
  const answer = await request.post('/api/account/sign-up', { data: account, headers: origin() })
  expect(answer.status()).toBe(201)
  return (await answer.json()).person.id
}

/** Signs the operator in: in a context, a page, or a context of requests alone. */
export async function signInAsOperator({ request }: { request: APIRequestContext }): Promise<void> {
  const data = { email: process.env.E2E_OPERATOR_EMAIL, password: process.env.E2E_OPERATOR_PASSWORD }
  expect((await request.post('/api/account/sign-in', { data, headers: origin() })).status()).toBe(200)
}

/** Brings a picture of one's own in and shows it to everybody; answers the work's id. `seed`: another picture each. */
export async function showOwnWork(request: APIRequestContext, titleEn: string, seed: number): Promise<string> {
  const bytes = await makePhoto(seed)
  const begun = await request.post('/api/uploads', {
    data: { name: 'a.jpg', bytes: bytes.length },
    headers: origin(),
  })
  const { id } = await begun.json()
  const octets = { ...origin(), 'content-type': 'application/octet-stream' }
  expect((await request.put(`/api/uploads/${id}/parts/0`, { data: bytes, headers: octets })).ok()).toBe(true)
  const finished = await request.post(`/api/uploads/${id}/finish`, { data: { as: 'own' }, headers: origin() })
  const { artworkId } = await finished.json()
  const label = { version: 1, changes: { titleEn, titleZh: titleEn } }
  const edited = await request.patch(`/api/me/works/${artworkId}`, { data: label, headers: origin() })
  expect(edited.status()).toBe(200)
  expect((await request.put(`/api/me/works/${artworkId}/shown`, { headers: origin() })).status()).toBe(200)
  return artworkId
}

/** Opens one's public page. */
export async function openPage(request: APIRequestContext): Promise<void> {
  const data = { isOpen: true, statement: { en: 'I paint water.', zh: '我画水。' } }
  expect((await request.put('/api/me/page', { data, headers: origin() })).status()).toBe(200)
}
