import { defineConfig } from '@playwright/test'
import { CHROMIUM_FLAGS, findBrowser } from './e2e/support/browser'

/** End-to-end tests against the production build, one after the other: they share one gallery. */
export default defineConfig({
  testDir: 'e2e/specs',
  outputDir: 'artifacts/playwright',
  globalSetup: './e2e/support/start-product.ts',
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  use: {
    baseURL: process.env.E2E_BASE_URL,
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    launchOptions: { executablePath: findBrowser(), args: CHROMIUM_FLAGS },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
})
