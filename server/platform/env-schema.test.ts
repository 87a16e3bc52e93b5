import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { envSchema } from './env-schema'

const given = { DATABASE_URL: 'postgresql://localhost/gallery', AUTH_SECRET: 'x'.repeat(32) }

it('needs a database and a secret, and has a sensible default for the rest', () => {
  expect(envSchema.safeParse({}).error?.issues.map((issue) => issue.path[0])).toEqual(['DATABASE_URL', 'AUTH_SECRET'])
  expect(envSchema.parse(given)).toMatchObject({ PORT: 3000, TRUSTED_PROXIES: 0, ORDERS_PER_MINUTE: 10 })
})

it('refuses settings that cannot be meant', () => {
  const wrong = { ...given, PORT: 'http', REDIS_URL: 'postgres://x', AUTH_SECRET: 'short' }
  expect(
    envSchema
      .safeParse(wrong)
      .error?.issues.map((issue) => issue.path[0])
      .sort(),
  ).toEqual(['AUTH_SECRET', 'PORT', 'REDIS_URL'])
})

it('is explained in the README, setting by setting', async () => {
  const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8')
  for (const name of Object.keys(envSchema.shape)) expect(readme).toContain(`| \`${name}\` |`)
})
