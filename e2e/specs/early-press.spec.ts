import type { Page } from '@playwright/test'
import { expect, test } from '../support/test'

/** Holds back the scripts of every page until the answer is called. */
async function holdScripts(page: Page): Promise<() => void> {
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/_next/static/**/*.js*', async (route) => {
    await released
    await route.continue()
  })
  return release
}

/** A page is seen before it is alive (docs/decisions/0206). */
test.describe('what is pressed before a page is alive', () => {
  test('is done once it is: a like, pressed twice in impatience, is one like', async ({ page, work }) => {
    const { exhibitions } = await (await page.request.get('/api/exhibitions')).json()
    const { rooms } = await (await page.request.get(`/api/exhibitions/${exhibitions[0].slug}`)).json()
    const release = await holdScripts(page)
    const arrival = work.open(rooms[0].hangings[0].artwork.id)
    await work.like().click()
    await work.like().click()
    await expect(work.like()).toHaveAttribute('aria-pressed', 'false')
    release()
    await arrival
    await expect(work.like()).toHaveAttribute('aria-pressed', 'true')
    const pressed = await work.likeCount()
    await page.reload()
    await expect(work.like()).toHaveAttribute('aria-pressed', 'true')
    await expect.poll(() => work.likeCount()).toBe(pressed)
  })

  test('is not sent by the browser: a password stays out of the address', async ({ page, expectedErrors }) => {
    expectedErrors.push(/401/)
    const release = await holdScripts(page)
    const arrival = page.goto('/sign-in')
    await page.getByLabel('E-mail').fill('nobody@example.org')
    await page.getByLabel('Password', { exact: true }).fill('not a password')
    await page.getByLabel('Password', { exact: true }).press('Enter')
    release()
    await arrival
    await expect(page.getByRole('alert').filter({ hasText: /password/ })).toBeVisible()
    expect(page.url()).toMatch(/\/sign-in$/)
  })
})
