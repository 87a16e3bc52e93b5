import { type APIRequestContext, expect } from '@playwright/test'

/** Lets an exhibition that is open and was hung lately close in so many ms; `request` is a curator's. */
export async function closeSoon(request: APIRequestContext, slug: string, inMs: number): Promise<void> {
  const { exhibitions } = await (await request.get('/api/desk/exhibitions')).json()
  const { id, closesAt: from } = exhibitions.find((each: { slug: string }) => each.slug === slug)
  const closesAt = new Date(Date.now() + inMs).toISOString()
  const data = { from: { closesAt: from }, to: { closesAt } }
  const headers = { origin: new URL(String(process.env.E2E_BASE_URL)).origin }
  expect((await request.patch(`/api/desk/exhibitions/${id}`, { data, headers })).status()).toBe(200)
}
