import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

const phone = { width: 390, height: 844 }
const sizes = [{ width: 1440, height: 900 }, phone]

/** What axe finds on the page as it stands, one line a rule and place. */
async function problemsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .withTags(rules)
    .analyze()
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help} (${target.join(' ')})`))
}

/**
 * Axe finds nothing on the page as it stands, on a desk and in a hand; in Chinese, where only the words are other ones, in a hand alone.
 * Whatever it finds, the test goes on.
 */
export async function expectAccessible(page: Page, name: string): Promise<void> {
  const isChinese = (await page.locator('html').getAttribute('lang'))?.startsWith('zh')
  for (const size of isChinese ? [phone] : sizes) {
    await page.setViewportSize(size)
    expect.soft(await problemsOf(page), `${name}, ${size.width} wide`).toEqual([])
  }
}
