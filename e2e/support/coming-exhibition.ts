import { type APIRequestContext, expect } from '@playwright/test'

export interface ComingExhibition {
  slug: string
  /** Takes it back, and throws the draft away. */
  callOff(): Promise<void>
  /** Closes it again once it has opened. */
  close(): Promise<void>
}

const tomorrowMs = 86_400_000

/** Announces a copy of what hangs in the house, for tomorrow unless said otherwise; `request` is a curator's. */
export async function announceExhibition(request: APIRequestContext, inMs = tomorrowMs): Promise<ComingExhibition> {
  const headers = { origin: new URL(String(process.env.E2E_BASE_URL)).origin }
  const { exhibitions } = await (await request.get('/api/desk/exhibitions')).json()
  const isHung = (each: { status: string; workCount: number }) => each.status === 'OPEN' && each.workCount > 0
  const data = { titleEn: 'Not Yet', titleZh: '未及', from: { exhibitionId: exhibitions.find(isHung).id } }
  const begun = await request.post('/api/desk/exhibitions', { data, headers })
  expect(begun.status()).toBe(201)
  const address = `/api/desk/exhibitions/${(await begun.json()).id}`
  const opensAt = new Date(Date.now() + inMs).toISOString()
  const dated = await request.patch(address, { data: { from: { opensAt: null }, to: { opensAt } }, headers })
  expect(dated.status()).toBe(200)
  const step = async (from: string, to: string) =>
    expect((await request.post(`${address}/status`, { data: { from, to }, headers })).status()).toBe(200)
  await step('DRAFT', 'SCHEDULED')
  return {
    slug: (await dated.json()).fields.slug,
    async callOff() {
      await step('SCHEDULED', 'DRAFT')
      expect((await request.delete(address, { headers })).status()).toBe(200)
    },
    close: () => step('OPEN', 'CLOSED'),
  }
}
