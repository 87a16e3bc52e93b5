import { Writable } from 'node:stream'
import { beforeAll, expect, it } from 'vitest'
import type { createLogger as Create } from './logger'
import { inRequest } from './request-context'

let createLogger: typeof Create
beforeAll(async () => {
  // The logger reads the settings, which a test without a database has to bring along.
  Object.assign(process.env, {
    DATABASE_URL: 'postgresql://localhost/x',
    AUTH_SECRET: 'x'.repeat(32),
    LOG_LEVEL: 'info',
  })
  createLogger = (await import('./logger')).createLogger
})

function capture(write: (log: ReturnType<typeof Create>) => void): string {
  let text = ''
  const sink = new Writable({
    write(chunk, _encoding, done) {
      text += chunk
      done()
    },
  })
  write(createLogger(sink))
  return text
}

const secret = 'what-nobody-may-read'

it.each([
  ['at the top', (name: string) => ({ [name]: secret })],
  ['in headers', (name: string) => ({ headers: { [name]: secret } })],
  ['in a request’s headers', (name: string) => ({ request: { headers: { [name]: secret } } })],
  ['deeper than anybody should log', (name: string) => ({ a: { request: { headers: { [name]: secret } } } })],
])('keeps secrets out of lines: %s', (_where, objectOf) => {
  const names = ['authorization', 'cookie', 'set-cookie', 'password', 'token', 'METRICS_TOKEN', 'DATABASE_URL']
  for (const name of names) {
    const line = capture((log) => log.info(objectOf(name), 'signed in'))
    expect(line, name).toContain('signed in')
    expect(line, name).not.toContain(secret)
    expect(line, name).toContain('[Redacted]')
  }
})

it('takes of an error what explains it, and neither its connection nor passwords in addresses', () => {
  const cause = new Error(`cannot reach postgresql://gallery:${secret}@db.example/gallery`)
  const error = Object.assign(new Error('no answer', { cause }), { code: 'ECONNREFUSED', client: { password: secret } })
  const line = capture((log) => log.error({ err: error }, 'failed'))
  expect(line).not.toContain(secret)
  expect(JSON.parse(line)).toMatchObject({
    err: {
      message: 'no answer',
      code: 'ECONNREFUSED',
      cause: { message: 'cannot reach postgresql://gallery:[Redacted]@db.example/gallery' },
    },
  })
})

it('says which request a line belongs to, in child loggers too, and nothing outside of one', () => {
  const inside = capture((log) =>
    inRequest({ requestId: 'request-of-the-test', route: null }, () => log.child({ route: 'x' }).info('inside')),
  )
  expect(JSON.parse(inside)).toMatchObject({ requestId: 'request-of-the-test', route: 'x' })
  expect(JSON.parse(capture((log) => log.info('outside')))).not.toHaveProperty('requestId')
})
