import { beforeAll, expect, test, vi } from 'vitest'

const HOUR = 60 * 60 * 1000
const path = '/api/pictures/019a0000-0000-7000-8000-000000000001'
let signing: typeof import('./sign-url')

async function withSecret(secret: string) {
  vi.resetModules()
  process.env.AUTH_SECRET = secret
  process.env.DATABASE_URL ??= 'postgres://127.0.0.1/none'
  return import('./sign-url')
}
beforeAll(async () => {
  signing = await withSecret('a secret that is long enough for the house')
})

test('is valid for 6 to 12 hours, whenever it was made', () => {
  for (const minutes of [0, 1, 359, 360, 361, 719]) {
    const now = 1_764_000_000_000 + minutes * 60_000
    const access = signing.signUrl(path, now)
    expect(signing.isSigned(path, access, now + 6 * HOUR - 1)).toBe(true)
    expect(signing.isSigned(path, access, now + 12 * HOUR + 1)).toBe(false)
  }
})

test('is the same for hours, so that a browser finds again what it has', () => {
  const start = 6 * HOUR * 80_000
  expect(signing.signUrl(path, start + 5 * HOUR)).toBe(signing.signUrl(path, start))
  expect(signing.signUrl(path, start + 6 * HOUR)).not.toBe(signing.signUrl(path, start))
})

test('is good for its own path alone, and under its own secret', async () => {
  const access = signing.signUrl(path)
  expect(signing.isSigned(path, access)).toBe(true)
  expect(signing.isSigned(path.replace(/1$/, '2'), access)).toBe(false)
  const other = await withSecret('another secret that is long enough as well')
  expect(other.isSigned(path, access)).toBe(false)
})

test('is refused after any change', () => {
  const access = signing.signUrl(path)
  const [expires = '', mark = ''] = access.split('.')
  const later = (Number.parseInt(expires, 36) + 3600).toString(36)
  const changed = [...access].map((character, at) => {
    const other = character === 'A' ? 'B' : 'A'
    return access.slice(0, at) + other + access.slice(at + 1)
  })
  const wrong = ['', '.', expires, mark, `${later}.${mark}`, `${access}.`, `${access}=`, `${access}A`, ` ${access}`]
  for (const each of [...wrong, ...changed]) expect(signing.isSigned(path, each), each).toBe(false)
})
