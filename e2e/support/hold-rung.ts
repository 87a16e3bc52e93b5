import { request } from '@playwright/test'
import type { Rung } from '@/lib/contracts/admission'

/** The operator holds the overload ladder at a rung, until it is moved or released. */
export async function holdRung(first: Rung) {
  const baseURL = String(process.env.E2E_BASE_URL)
  const headers = { origin: new URL(baseURL).origin }
  const operator = await request.newContext({ baseURL })
  const must = (answer: { status: () => number }) => {
    if (answer.status() !== 200) throw new Error(`The operator was answered ${answer.status()}.`)
  }
  const data = { email: process.env.E2E_OPERATOR_EMAIL, password: process.env.E2E_OPERATOR_PASSWORD }
  must(await operator.post('/api/account/sign-in', { data, headers }))
  const move = async (rung: Rung | null) => must(await operator.put('/api/admission/rung', { data: { rung }, headers }))
  await move(first)
  const release = async () => {
    await move(null)
    await operator.dispose()
  }
  return { move, release }
}
