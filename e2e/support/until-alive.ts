import type { Page } from '@playwright/test'

/**
 * A kept page is painted first and comes alive afterwards, maybe after its `load` (docs/decisions/0206): a press before that is nobody's. Waits until
 * React has taken over what it shows; an answer without a page of the house is as alive as it gets.
 */
export async function untilAlive(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const main = document.querySelector('main')
    return main === null || Object.keys(main).some((key) => key.startsWith('__reactProps$'))
  })
}
