import { chromium } from '@playwright/test'
import { findBrowser } from '../support/browser'
import { worstField } from '../support/colour-chart'
import { hungHall } from '../support/hang/hung-hall'
import { expect, test } from '../support/test'

/** Small, since the processor draws. */
test.use({ viewport: { width: 1040, height: 640 } })

const hung = hungHall()

test('stands in the light that the house computed when it was published', async ({ page, hall }) => {
  const html = async () => (await page.request.get(`/exhibitions/${hung.slug}/hall`)).text()
  await expect.poll(html, { timeout: 60_000 }).toMatch(/\/api\/light\/[0-9a-f]{64}/)
  const light = page.waitForResponse(/\/api\/light\//)
  await hall.open(hung.slug)
  const answer = await light
  expect(answer.status()).toBe(200)
  expect(answer.headers()['cache-control']).toContain('immutable')
})

test('is walked by keys, by click and by the plan, and its address leads back to the same place', async ({
  page,
  hall,
}) => {
  await hall.open(hung.slug)
  const entrance = await hall.position()
  await hall.walk('w')
  await expect(page).toHaveURL(/at=/, { timeout: 30_000 })
  await hall.untilComplete()
  const before = await hall.position()
  expect(before.z).toBeLessThan(entrance.z)

  await test.step('the address', async () => {
    const address = page.url()
    await page.goto('/')
    await page.goto(address)
    await hall.untilReady()
    await expect
      .poll(() => hall.position())
      .toEqual({
        x: expect.closeTo(before.x, 1),
        z: expect.closeTo(before.z, 1),
      })
  })

  await test.step('a click on the floor', async () => {
    const start = await hall.position()
    await page.mouse.click(500, 610)
    await expect.poll(() => hall.position(), { timeout: 60_000 }).not.toEqual(start)
    await hall.untilComplete()
  })

  await test.step('a click on the plan', async () => {
    const start = await hall.position()
    const map = page.getByTestId('hall-minimap')
    const box = await map.boundingBox()
    await map.click({ position: { x: (box?.width ?? 0) / 2, y: (box?.height ?? 0) * 0.3 } })
    await expect.poll(async () => Math.abs((await hall.position()).z - start.z), { timeout: 60_000 }).toBeGreaterThan(1)
  })
})

test('leads from work to work by keys, through doors, and the browser’s back and forward follow', async ({
  page,
  hall,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await hall.open(hung.slug)
  const title = async () => (await hall.panelTitle().textContent()) ?? ''
  await page.keyboard.press('n')
  await hall.untilBefore(hung.works[0] ?? '')
  await expect(hall.announcement()).toContainText('1 of 6')
  const first = await title()
  await page.keyboard.press('n')
  await hall.untilBefore(hung.works[1] ?? '')
  await page.keyboard.press('p')
  await page.keyboard.press('p')
  await hall.untilBefore(hung.works[5] ?? '')
  expect(new URL(page.url()).searchParams.get('work')).toBe(hung.works[5])
  await page.goBack()
  await page.goBack()
  await hall.untilBefore(hung.works[1] ?? '')
  await page.goForward()
  await hall.untilBefore(hung.works[0] ?? '')
  expect(await title()).toBe(first)

  await test.step('Tab goes from work to work, and on to the controls', async () => {
    await page.getByRole('application').focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await hall.untilBefore(hung.works[1] ?? '')
    for (
      let stop = 0;
      stop < 12 && !(await hall.panel().evaluate((panel) => panel.contains(document.activeElement)));
      stop++
    )
      await page.keyboard.press('Tab')
    expect(await hall.panel().evaluate((panel) => panel.contains(document.activeElement))).toBe(true)
  })

  await test.step('keys of one letter can be turned off, for those whose device types what they say', async () => {
    await page.keyboard.press('Escape')
    await hall.help().click()
    await hall.letterKeys().uncheck()
    await hall.help().click()
    await page.keyboard.press('l')
    await expect(hall.list()).toBeHidden()
    await hall.help().click()
    await hall.letterKeys().check()
    await hall.help().click()
  })

  await test.step('the list of works is one key away and gives the focus back', async () => {
    await page.keyboard.press('l')
    await expect(hall.entries()).toHaveCount(6)
    await hall.entries().nth(3).press('Enter')
    await hall.untilBefore(hung.works[3] ?? '')
  })
})

test('stands again where one stood when the graphics card was lost', async ({ page, hall }) => {
  await hall.open(hung.slug, `?work=${hung.works[2]}`)
  await hall.untilComplete()
  const before = await hall.position()
  await page.evaluate(() => {
    const canvas = document.querySelector('[data-testid="hall"] canvas') as HTMLCanvasElement
    canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext()
  })
  await expect(hall.root()).toHaveAttribute('data-hall-ready', 'false', { timeout: 30_000 })
  await hall.untilReady()
  await hall.untilBefore(hung.works[2] ?? '')
  expect(await hall.position()).toEqual(before)
})

test('asks again for a picture that did not come, and keeps its place until then', async ({
  page,
  hall,
  expectedErrors,
}) => {
  expectedErrors.push(/503/)
  let refused = 0
  await page.route('**/api/pictures/**', (route) => (refused++ < 4 ? route.fulfill({ status: 503 }) : route.continue()))
  await hall.open(hung.slug, `?work=${hung.works[0]}`)
  await expect.poll(() => refused, { timeout: 90_000 }).toBeGreaterThan(4)
  await hall.untilComplete()
  // Whichever pictures were refused: this one may be asked for again some seconds later.
  const worst = async () => worstField(await page.screenshot(), await hall.framing())
  await expect.poll(worst, { timeout: 90_000 }).toBeLessThanOrEqual(2)
})

test('does without light that never comes, and asks again for a picture that never did', async ({ page, hall }) => {
  let [lights, pictures] = [0, 0]
  // Neither answered nor refused.
  await page.route('**/api/light/**', () => void lights++)
  await page.route('**/api/pictures/**', (route) => (pictures++ === 0 ? undefined : route.continue()))
  await hall.open(hung.slug, `?work=${hung.works[0]}`)
  await hall.untilComplete()
  expect(lights).toBeGreaterThan(0)
  const worst = async () => worstField(await page.screenshot(), await hall.framing())
  await expect.poll(worst, { timeout: 60_000 }).toBeLessThanOrEqual(2)
  expect(pictures).toBeGreaterThan(hung.works.length)
})

test('is a sentence and the catalogue where the browser draws nothing', async ({ baseURL }) => {
  const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox', '--disable-3d-apis'] })
  try {
    const page = await browser.newPage({ baseURL, locale: 'en-GB' })
    await page.goto(`/exhibitions/${hung.slug}/hall`)
    const entrance = page.getByTestId('hall-entrance')
    await expect(entrance).toHaveAttribute('data-state', 'failed', { timeout: 60_000 })
    await expect(entrance.getByRole('status')).toContainText('cannot draw')
    await entrance.getByRole('link', { name: 'View the works' }).click()
    await expect(page).toHaveURL(new RegExp(`/exhibitions/${hung.slug}$`))
  } finally {
    await browser.close()
  }
})

test.describe('by touch', () => {
  test.use({ viewport: { width: 390, height: 700 }, hasTouch: true, isMobile: true })

  test('a tap walks, and so does the joystick', async ({ page, hall }) => {
    await hall.open(hung.slug)
    const start = await hall.position()
    await page.touchscreen.tap(195, 560)
    await expect.poll(() => hall.position(), { timeout: 60_000 }).not.toEqual(start)
    await hall.untilComplete()
    const before = await hall.position()
    const joystick = page.getByTestId('hall-joystick')
    await expect(joystick).toBeVisible()
    const box = await joystick.boundingBox()
    if (!box) throw new Error('the joystick has no place')
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
    const session = await page.context().newCDPSession(page)
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', y: number) =>
      session.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x: middle.x, y }] })
    await touch('touchStart', middle.y)
    await touch('touchMove', middle.y + 30)
    await expect.poll(() => hall.position(), { timeout: 60_000 }).not.toEqual(before)
    await touch('touchEnd', middle.y)
  })
})
