import type { Page } from '@playwright/test'
import { hungHall } from '../support/hang/hung-hall'
import { expect, test } from '../support/test'

/** Small, since the processor draws. */
test.use({ viewport: { width: 1040, height: 640 } })

const hung = hungHall()

const language = (page: Page) => page.locator('html')

test('comes again in the other language, where one stood', async ({ page, hall }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await hall.open(hung.slug)
  await page.keyboard.press('n')
  await hall.untilBefore(hung.works[0] ?? '')
  await page.keyboard.press('n')
  await hall.untilBefore(hung.works[1] ?? '')
  await expect(hall.announcement()).toContainText('2 of 6')

  await test.step('before a work, by keyboard', async () => {
    await expect(hall.otherLanguage()).toHaveText('中文')
    await expect(hall.otherLanguage().locator('[lang]')).toHaveAttribute('lang', 'zh-Hans')
    await hall.otherLanguage().press('Enter')
    await expect(language(page)).toHaveAttribute('lang', 'zh-Hans')
    await hall.untilReady()
    await hall.untilBefore(hung.works[1] ?? '')
    expect(new URL(page.url()).searchParams.get('work')).toBe(hung.works[1])
    await expect(hall.panelTitle()).toBeVisible()
    await expect(hall.announcement()).toContainText('第 2 件，共 6 件')
  })

  await test.step('on the way, before the address has been written', async () => {
    await hall.walk('s')
    await hall.otherLanguage().click()
    await expect(language(page)).toHaveAttribute('lang', 'en')
    await hall.untilReady()
    await expect(page).toHaveURL(/at=/)
    const [x, z] = (new URL(page.url()).searchParams.get('at') ?? '').split(',').map(Number)
    await expect.poll(() => hall.position()).toEqual({ x: expect.closeTo(x ?? 0, 1), z: expect.closeTo(z ?? 0, 1) })
    await expect(hall.otherLanguage()).toHaveText('中文')
  })
})

for (const size of [
  { width: 390, height: 844 },
  { width: 1440, height: 900 },
]) {
  test(`its switch stands in one row with the way out, and under nothing, ${size.width} wide`, async ({
    page,
    hall,
  }) => {
    await page.setViewportSize(size)
    await hall.open(hung.slug, `?work=${hung.works[0]}`)
    await page.keyboard.press('z')
    await expect(hall.zoom()).toHaveAttribute('data-zoom-state', 'shown', { timeout: 60_000 })
    // What is under a finger is the thing itself, also while a work is looked at closely, with buttons of its own.
    for (const thing of [hall.door(), hall.otherLanguage(), ...(await hall.zoom().getByRole('button').all())])
      await thing.click({ trial: true })
    const [door, other] = [await hall.door().boundingBox(), await hall.otherLanguage().boundingBox()]
    expect(other?.y).toBe(door?.y)
    expect(Math.min(other?.width ?? 0, other?.height ?? 0)).toBeGreaterThanOrEqual(44)
  })
}
