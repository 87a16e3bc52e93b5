import { expect, test, vi } from 'vitest'
import { childEnv } from './child-env'
import { dataFolderAt } from './data-folder'

const surroundings = {
  folder: dataFolderAt('/data'),
  secrets: { authSecret: 'generated', postgresPassword: 'unused here' },
  databaseUrl: 'postgresql://127.0.0.1/vernissage',
  port: 3000,
  workerPort: 4000,
  isDev: false,
}

test('tells the children where everything is, and passes on the rest', () => {
  vi.stubEnv('REDIS_URL', 'redis://127.0.0.1')
  vi.stubEnv('UV_THREADPOOL_SIZE', '')
  expect(childEnv(surroundings)).toMatchObject({
    NODE_ENV: 'production',
    VERNISSAGE_DATA: '/data',
    DATABASE_URL: 'postgresql://127.0.0.1/vernissage',
    AUTH_SECRET: 'generated',
    PORT: '3000',
    WORKER_PORT: '4000',
    REDIS_URL: 'redis://127.0.0.1',
    UV_THREADPOOL_SIZE: '8',
  })
  vi.unstubAllEnvs()
})

test('keeps a secret, and a number of threads, that the operator chose', () => {
  vi.stubEnv('AUTH_SECRET', 'chosen')
  vi.stubEnv('UV_THREADPOOL_SIZE', '32')
  expect(childEnv(surroundings)).toMatchObject({ AUTH_SECRET: 'chosen', UV_THREADPOOL_SIZE: '32' })
  vi.unstubAllEnvs()
})
