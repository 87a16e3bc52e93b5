import { beforeAll, expect, test, vi } from 'vitest'

async function withSecret(secret: string) {
  vi.resetModules()
  vi.stubEnv('AUTH_SECRET', secret)
  vi.stubEnv('DATABASE_URL', 'postgres://127.0.0.1/none')
  return (await import('./signer')).signer
}
let signer: Awaited<ReturnType<typeof withSecret>>
beforeAll(async () => {
  signer = await withSecret('a secret that is long enough for the house')
})

test('a mark is good for its own text, purpose and secret alone', async () => {
  const { mark, isMark } = signer('tickets', 32)
  expect(isMark('text', mark('text'))).toBe(true)
  expect(isMark('texts', mark('text'))).toBe(false)
  expect(isMark('text', signer('addresses', 32).mark('text'))).toBe(false)
  const other = await withSecret('another secret that is long enough as well')
  expect(other('tickets', 32).isMark('text', mark('text'))).toBe(false)
})

test.each([16, 32])('of %i bytes it is refused after any change, and cut or spelt otherwise', (bytes) => {
  const { mark, isMark } = signer('tickets', bytes)
  const right = mark('text')
  expect(Buffer.from(right, 'base64url')).toHaveLength(bytes)
  const changed = [...right].map((character, at) => {
    return right.slice(0, at) + (character === 'A' ? 'B' : 'A') + right.slice(at + 1)
  })
  const longer = signer('tickets', 32).mark('text')
  const wrong = ['', right.slice(0, -1), `${right}=`, ` ${right}`, `${right}A`, ...changed]
  for (const each of bytes < 32 ? [...wrong, longer] : wrong) expect(isMark('text', each), each).toBe(false)
})

test('marks in circulation stay good', () => {
  expect(signer('vernissage queue tokens 1', 32).mark('41.1764000000')).toBe(
    'Ku4xRfmJ-QpBziz_p2l25EyEFx94WOrYcomUZ3EzyHc',
  )
  const path = '/api/pictures/019a0000-0000-7000-8000-000000000001'
  expect(signer('vernissage signed addresses 1', 16).mark(`${path}\nt699c0`)).toBe('k8mEmlwX-yEsnuPNGIOtNw')
})
