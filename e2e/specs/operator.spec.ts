import type { Browser, Page } from '@playwright/test'
import { HallPage } from '../pages/hall-page'
import { OperatorPages } from '../pages/operator-pages'
import { expect, test } from '../support/test'

/** An operator's afternoon, seen from the desk and from the other side of it. */
test.describe('the operator’s desk', () => {
  test.skip(!process.env.E2E_OPERATOR_EMAIL, 'a product named from outside keeps its operator’s password to itself')

  /** Somebody else, who is nobody here. */
  async function visitor(browser: Browser): Promise<Page> {
    const context = await browser.newContext({ baseURL: process.env.E2E_BASE_URL, locale: 'en-GB' })
    return context.newPage()
  }

  test('pauses the queue, closes the sign-up and announces it, and takes all of it back', async ({ page, browser }) => {
    const desk = new OperatorPages(page)
    await desk.signIn(String(process.env.E2E_OPERATOR_EMAIL), String(process.env.E2E_OPERATOR_PASSWORD))
    const guest = await visitor(browser)
    const door = guest.locator('[data-rung]')
    try {
      await test.step('a paused queue is a calm sentence in the studio', async () => {
        await desk.pause()
        await expect(async () => {
          await guest.goto('/studio')
          await expect(door).toHaveAttribute('data-rung', '4')
        }).toPass({ timeout: 30_000 })
        await expect(door).not.toBeEmpty()
        await desk.resume()
        await expect(async () => {
          await guest.goto('/studio')
          await expect(door).toHaveAttribute('data-rung', '0')
        }).toPass({ timeout: 30_000 })
      })

      await test.step('a closed sign-up says so, at once', async () => {
        await desk.switchFeature('New accounts', false)
        await guest.goto('/sign-up')
        await expect(guest.getByRole('heading', { name: 'No new accounts at present' })).toBeVisible()
        await desk.switchFeature('New accounts', true)
        await guest.goto('/sign-up')
        await expect(guest.getByLabel('Password')).toBeVisible()
      })

      await test.step('an announcement stands on every page until it is put away, in both languages', async () => {
        const text = { en: `We close at five, ${Date.now()}.`, zh: `今日五时闭馆，${Date.now()}。` }
        await desk.announce(text)
        for (const address of ['/', '/studio']) {
          await guest.goto(address)
          await expect(guest.getByText(text.en)).toBeVisible()
        }
        const { exhibitions } = await (await guest.request.get('/api/exhibitions')).json()
        const hall = new HallPage(guest)
        await hall.open(exhibitions[0].slug)
        await expect(hall.line(text.en)).toHaveAttribute('role', 'status')
        const url = String(process.env.E2E_BASE_URL)
        await guest.context().addCookies([{ name: 'vernissage-locale', value: 'zh', url }])
        await hall.open(exhibitions[0].slug)
        await expect(hall.line(text.zh)).toBeVisible()
        await guest.goto('/')
        await expect(guest.getByText(text.zh)).toBeVisible()
        await guest.goto('/studio')
        await guest.getByRole('button', { name: '收起' }).press('Enter')
        await expect(guest.getByText(text.zh)).toBeHidden()
        await expect(guest.getByRole('main')).toBeFocused()
        await guest.goto('/')
        await expect(guest.getByText(text.zh)).toBeHidden()
        await desk.takeDown(text.en)
      })

      await test.step('the trail has it all, newest first', async () => {
        await desk.open('Trail')
        const acts = page.getByRole('list').filter({ hasText: 'took an announcement down' }).getByRole('listitem')
        await expect(acts.first()).toContainText('took an announcement down')
        for (const act of ['paused the queue', 'let the queue go on', 'announced something']) {
          await expect(acts.filter({ hasText: act }).first()).toBeVisible()
        }
      })
    } finally {
      await guest.context().close()
      const headers = { origin: new URL(String(process.env.E2E_BASE_URL)).origin }
      await page.request.delete('/api/queue/pause', { headers })
      const { version } = await (await page.request.get('/api/house')).json()
      const data = { version, changes: { features: { signUp: true } } }
      await page.request.patch('/api/house', { data, headers })
    }
  })
})
