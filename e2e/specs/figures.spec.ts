import { readFile } from 'node:fs/promises'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { FiguresPage } from '../pages/figures-page'
import { HallPage } from '../pages/hall-page'
import { expect, test } from '../support/test'
import { untilAlive } from '../support/until-alive'

/** For frames that are drawn on the processor. */
const slow = { timeout: 120_000 }
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

async function problemsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze()
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help} (${target.join(' ')})`))
}

test.describe('figures', () => {
  test.skip(!process.env.E2E_OPERATOR_EMAIL, 'a product named from outside keeps its operator’s password to itself')

  test('a visit is counted without a trace of the visitor, and a curator sees where it stopped', async ({
    page,
    browser,
  }) => {
    const operator = { email: process.env.E2E_OPERATOR_EMAIL, password: process.env.E2E_OPERATOR_PASSWORD }
    expect((await page.request.post('/api/account/sign-in', { data: operator })).status()).toBe(200)
    const { exhibitions } = await (await page.request.get('/api/exhibitions')).json()
    const { id, slug } = exhibitions[0]
    const figuresOf = async () => (await page.request.get(`/api/desk/exhibitions/${id}/figures?days=7`)).json()
    const looksAt = async (id: string | null) => {
      const { works } = await figuresOf()
      return works.find(({ artworkId }: { artworkId: string }) => artworkId === id)?.hallLooks
    }
    const visitsOf = async () => (await figuresOf()).days.at(-1)
    const before = await visitsOf()
    let work: string | null = null
    const figures = new FiguresPage(page)

    await test.step('somebody comes, goes into the hall, stops at a work and leaves', async () => {
      const context = await browser.newContext()
      const visitor = await context.newPage()
      await visitor.goto(`/exhibitions/${slug}`)
      await untilAlive(visitor)
      const hall = new HallPage(visitor)
      await visitor
        .getByRole('link', { name: /^Walk in/ })
        .first()
        .click()
      await hall.untilReady()
      await figures.open(id)
      await expect(figures.now()).not.toHaveText('0', slow)
      await hall.root().press('n')
      await expect(hall.panel()).toBeVisible(slow)
      await expect(hall.root()).not.toHaveAttribute('data-hall-work', '', slow)
      await expect(hall.root()).toHaveAttribute('data-hall-moving', 'false', slow)
      work = await hall.root().getAttribute('data-hall-work')
      const looks = await looksAt(work)
      // A look begins after two seconds, and is told when the page is left.
      await expect
        .poll(async () => {
          await visitor.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pagehide')))
          return looksAt(work)
        }, slow)
        .toBe(looks + 1)
      await visitor.reload()
      await hall.untilReady()
      expect(await context.cookies()).toEqual([])
      expect(await visitor.evaluate(() => Object.keys(localStorage).length + sessionStorage.length)).toBe(0)
      await context.close()
    })

    await test.step('it was one visit, although its page was loaded twice', async () => {
      const { visits, hallVisits } = await visitsOf()
      expect([visits - before.visits, hallVisits - before.hallVisits]).toEqual([1, 1])
    })

    await test.step('whoever asks not to be tracked is not counted', async () => {
      const context = await browser.newContext()
      const visitor = await context.newPage()
      await visitor.addInitScript(() => Object.defineProperty(navigator, 'globalPrivacyControl', { value: true }))
      const told: string[] = []
      visitor.on('request', (request) => request.url().endsWith('/api/looks') && told.push(request.url()))
      await visitor.goto(`/exhibitions/${slug}`)
      await visitor.waitForLoadState('networkidle')
      await visitor.goto('/sign-in')
      await visitor.waitForLoadState('networkidle')
      await context.close()
      expect(told).toEqual([])
    })

    await test.step('the curator reads it, and takes a table along', async () => {
      await figures.open(id, '?days=7')
      await expect(figures.visits()).not.toHaveText('0')
      await expect(figures.heat()).toHaveAccessibleName(/Looked at longest: /)
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        figures.csv('Time at the works').press('Enter'),
      ])
      expect(await readFile(await download.path(), 'utf8')).toContain(work)
      for (const address of [`/curator/exhibitions/${id}/figures`, '/curator/figures', '/curator/exhibitions/new']) {
        await page.goto(address)
        expect.soft(await problemsOf(page), address).toEqual([])
      }
    })

    await test.step('on a phone the present tab is in view', async () => {
      await page.setViewportSize({ width: 390, height: 844 })
      await page.goto('/curator/figures')
      await expect(page.getByRole('navigation', { name: 'Curator’s desk' }).getByText('Figures')).toBeInViewport({
        ratio: 1,
      })
    })
  })
})
