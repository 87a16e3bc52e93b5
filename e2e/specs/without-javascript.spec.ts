import { expect, test } from '../support/test'

test.use({ javaScriptEnabled: false })

test('the catalogue reads whole without JavaScript', async ({ page, home, exhibition, work }) => {
  expect((await home.open())?.status()).toBe(200)
  await expect(home.title()).toBeVisible()
  await expect(home.walkIn()).toBeVisible()
  await home.viewWorks().click()
  await expect(exhibition.title()).toBeVisible()
  expect(await exhibition.works().count()).toBeGreaterThanOrEqual(8)
  await exhibition.works().first().click()
  await expect(work.title()).toBeVisible()
  await expect(work.paintMe()).toBeVisible()
  await expect(page.locator('main img').first()).toBeVisible()
})

test('a missing page says so, with status 404 and a way on', async ({ page, expectedErrors }) => {
  expectedErrors.push(/404/)
  for (const address of [
    '/works/00000000-0000-7000-8000-000000000000',
    '/works/nonsense',
    '/exhibitions/nowhere',
    '/exhibitions/nowhere/hall',
    '/nowhere',
  ]) {
    expect((await page.goto(address))?.status(), address).toBe(404)
    await expect(page.getByRole('main').getByRole('link').first()).toBeVisible()
  }
})

test('catalogue pages carry not a byte of three.js', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: true })
  const page = await context.newPage()
  const scripts: string[] = []
  page.on('response', async (response) => {
    if (response.url().endsWith('.js')) scripts.push(await response.text())
  })
  await page.goto('/')
  await page.waitForLoadState('networkidle')
  expect(scripts.length).toBeGreaterThan(0)
  expect(scripts.filter((script) => /WebGLRenderer|BufferGeometry/.test(script))).toEqual([])
  await context.close()
})
