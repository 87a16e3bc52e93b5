import { expect, test } from 'vitest'

test('zod evaluates no code in the browser', async () => {
  await import('./instrumentation-client')
  const { config } = await import('zod')
  expect(config().jitless).toBe(true)
})
