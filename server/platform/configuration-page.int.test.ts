import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { readSentences, writeConfigurationPage } from './configuration-page'
import { envSchema } from './env-schema'

const source = await readFile('server/platform/env-schema.ts', 'utf8')

it('has a sentence for every setting', () => {
  const told = readSentences(source)
  expect(Object.keys(envSchema.shape).filter((name) => !told.has(name))).toEqual([])
})

it('is docs/configuration.md as it is (npm run docs writes it anew)', async () => {
  expect(await readFile('docs/configuration.md', 'utf8')).toBe(writeConfigurationPage(source))
})
