import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/test'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe finds on the page as it stands, one line a rule and place. */
async function problemsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze()
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help} (${target.join(' ')})`))
}

for (const locale of ['en', 'zh'] as const) {
  test(`axe finds nothing on any page, ${locale}`, async ({ page, context, hall }) => {
    await context.addCookies([{ name: 'vernissage-locale', value: locale, url: String(process.env.E2E_BASE_URL) }])
    const { exhibitions } = await (await page.request.get('/api/exhibitions')).json()
    const { slug } = exhibitions[0]
    const { rooms } = await (await page.request.get(`/api/exhibitions/${slug}`)).json()
    const work = rooms[0].hangings[0].artwork.id
    const pages = [
      '/',
      `/exhibitions/${slug}`,
      `/works/${work}`,
      '/studio',
      `/studio?work=${work}`,
      '/sign-in',
      '/sign-up',
    ]
    for (const address of [...pages, '/me/favourites', '/me/portraits']) {
      await test.step(address, async () => {
        await page.goto(address)
        expect.soft(await problemsOf(page), address).toEqual([])
      })
    }
    await test.step('the hall: before a work, close up, and its list', async () => {
      await page.setViewportSize({ width: 900, height: 600 })
      await hall.open(slug, `?work=${work}`)
      expect.soft(await problemsOf(page), 'hall').toEqual([])
      await page.keyboard.press('l')
      await expect(hall.list()).toBeVisible()
      expect.soft(await problemsOf(page), 'list').toEqual([])
      await page.keyboard.press('Escape')
      await hall.company().click()
      expect.soft(await problemsOf(page), 'company').toEqual([])
      await page.keyboard.press('Escape')
      await hall.openBook().click()
      await expect(hall.book()).toBeVisible()
      expect.soft(await problemsOf(page), 'book').toEqual([])
      await page.keyboard.press('Escape')
      await hall.root().focus()
      await page.keyboard.press('z')
      await expect(hall.zoom()).toHaveAttribute('data-zoom-state', 'shown', { timeout: 60_000 })
      expect.soft(await problemsOf(page), 'close up').toEqual([])
    })
    const operator = { email: process.env.E2E_OPERATOR_EMAIL, password: process.env.E2E_OPERATOR_PASSWORD }
    if (!operator.email) return
    await test.step('what curators and operators see', async () => {
      expect((await page.request.post('/api/account/sign-in', { data: operator })).status()).toBe(200)
      const desk = ['queue', 'people', 'storage', 'models', 'announcements', 'house', 'audit']
      const operators = ['/operator', ...desk.map((page) => `/operator/${page}`)]
      for (const address of [...operators, '/curator/submissions', '/account']) {
        await page.goto(address)
        expect.soft(await problemsOf(page), address).toEqual([])
      }
    })
  })
}
