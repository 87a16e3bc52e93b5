import { expect, test } from 'vitest'
import { contentSecurityPolicy, fixedSecurityHeaders, threadPolicy } from './security-headers'

const house = { isDev: false, isSecure: true, host: 'gallery.test' }
const directives = (policy: string): Record<string, string[]> =>
  Object.fromEntries(policy.split('; ').map((directive) => [directive.split(' ')[0], directive.split(' ').slice(1)]))

test('scripts run by nonce alone, and nothing is ever evaluated: no eval, no WebAssembly', () => {
  const policy = contentSecurityPolicy('abc', house)
  expect(directives(policy)['script-src']).toEqual(["'nonce-abc'", "'strict-dynamic'"])
  expect(policy).not.toMatch(/unsafe-eval/)
})

test("only a thread's own script may compile WebAssembly, and it sees this house alone", () => {
  const policy = directives(threadPolicy('/_next/static/chunks/turbopack-worker-1hrs.js') ?? '')
  expect(policy).toEqual({
    'default-src': ["'none'"],
    'script-src': ["'self'", "'wasm-unsafe-eval'"],
    'connect-src': ["'self'"],
  })
  for (const other of ['/', '/_next/static/chunks/1.js', '/x/_next/static/chunks/turbopack-worker-1.js', undefined])
    expect(threadPolicy(other)).toBeNull()
})

test('nothing comes from, goes to, or frames from elsewhere', () => {
  const { 'style-src': styles, 'script-src': _scripts, ...rest } = directives(contentSecurityPolicy('abc', house))
  const own = ["'self'", "'none'", 'data:', 'blob:', 'ws://gallery.test', 'wss://gallery.test']
  for (const sources of Object.values(rest)) expect(own).toEqual(expect.arrayContaining(sources))
  expect(styles).toEqual(["'self'", "'unsafe-inline'"])
  expect(rest).toMatchObject({ 'object-src': ["'none'"], 'base-uri': ["'none'"], 'frame-ancestors': ["'none'"] })
})

test.each(['x; script-src *', 'x y', "x'", 'x\n', ''])('a Host of %j adds nothing to the policy', (host) => {
  expect(directives(contentSecurityPolicy('abc', { ...house, host }))['connect-src']).toEqual([
    "'self'",
    'data:',
    'blob:',
  ])
})

test('https is insisted on where people use it, and only there', () => {
  const names = (isSecure: boolean) => fixedSecurityHeaders({ ...house, isSecure }).map(([name]) => name)
  expect(names(true)).toContain('Strict-Transport-Security')
  expect(names(false)).not.toContain('Strict-Transport-Security')
})

test('pictures may come from the store that browsers are sent to, and from its origin alone', () => {
  const policy = directives(
    contentSecurityPolicy('abc', { ...house, pictures: 'https://pictures.example:9000/some/path' }),
  )
  for (const name of ['img-src', 'connect-src']) expect(policy[name]).toContain('https://pictures.example:9000')
})
