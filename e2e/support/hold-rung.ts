import { request } from '@playwright/test'
import type { Rung } from '@/lib/contracts/admission'
import { origin, signInAsOperator } from './people'

/** The operator holds the overload ladder at a rung, until it is moved or released. */
export async function holdRung(first: Rung) {
  const operator = await request.newContext({ baseURL: process.env.E2E_BASE_URL })
  await signInAsOperator({ request: operator })
  const move = async (rung: Rung | null) => {
    const answer = await operator.put('/api/admission/rung', { data: { rung }, headers: origin() })
    if (answer.status() !== 200) throw new Error(`The operator was answered ${answer.status()}.`)
  }
  await move(first)
  const release = async () => {
    await move(null)
    await operator.dispose()
  }
  return { move, release }
}
