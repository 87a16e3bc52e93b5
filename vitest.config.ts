import { defineConfig } from 'vitest/config'

const never = ['**/node_modules/**', '.next/**', '.data/**', 'artifacts/**', 'generated/**', 'e2e/specs/**']
const resolve = { alias: { '@': import.meta.dirname } }
/** What is waited for may take long on a busy machine; vitest's own second makes tests fail now and then. */
const expect = { poll: { timeout: 20_000 } }

/**
 * Two kinds of tests. `unit` does no input or output. `integration` runs on a real PostgreSQL, each file on a database
 * of its own (process.env.DATABASE_URL); files named *.backends.int.test.ts run a second time with REDIS_URL.
 */
export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        test: {
          name: 'unit',
          expect,
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...never, '**/*.int.test.ts'],
          testTimeout: 30_000,
        },
      },
      {
        resolve,
        test: {
          name: 'integration',
          expect,
          include: ['**/*.int.test.ts'],
          exclude: never,
          globalSetup: 'server/platform/embedded-postgres/testing/global-setup.ts',
          setupFiles: 'server/platform/embedded-postgres/testing/own-database.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
    maxWorkers: 2,
  },
})
