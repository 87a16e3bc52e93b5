import { randomUUID } from 'node:crypto'
import { makePhoto } from '../support/photo'
import { expect, test } from '../support/test'

/** The product's story, as a stranger lives it. */
test('walk in, be painted, hang it, and find everything again', async ({
  page,
  browser,
  home,
  hall,
  studio,
  easel,
  work,
  mine,
  exhibition,
}) => {
  const person = { name: 'Ada Story', email: `ada-${randomUUID()}@example.org`, password: 'a long enough password' }
  const title = `Self at the window ${randomUUID().slice(0, 6)}`
  let liked = ''

  await test.step('Ada finds an exhibition open and walks in', async () => {
    await home.open()
    await expect(home.title()).toBeVisible()
    await expect(home.viewWorks()).toBeVisible()
    await home.walkIn().click()
    await expect(hall.root()).toHaveAttribute('data-hall-ready', 'true', { timeout: 60_000 })
  })

  await test.step('she walks a few steps', () => hall.walk('w'))

  await test.step('she goes to the first work by a key, likes it and keeps it', async () => {
    await page.keyboard.press('n')
    await expect(hall.panelTitle()).toBeVisible()
    await expect(page).toHaveURL(/work=/)
    liked = new URL(page.url()).searchParams.get('work') ?? ''
    await hall.like().click()
    await expect(hall.like()).toHaveAttribute('aria-pressed', 'true')
    await hall.keep().click()
    await expect(hall.keep()).toHaveAttribute('aria-pressed', 'true')
  })

  await test.step('the same works are there as a list', async () => {
    await page.keyboard.press('l')
    await expect(hall.list()).toBeVisible()
    expect(await hall.entries().count()).toBeGreaterThanOrEqual(8)
    await page.keyboard.press('Escape')
  })

  await test.step('she wants to be painted like this', async () => {
    await page.goto(`/works/${liked}`)
    await expect(work.like()).toHaveAttribute('aria-pressed', 'true')
    await work.paintMe().click()
    await expect(studio.chosenStyle()).toHaveCount(1)
    await studio.order(await makePhoto(Date.now() % 1000))
  })

  await test.step('the painting appears, and is finished', async () => {
    await easel.untilPainted()
    await easel.compare().press('ArrowRight')
    const download = page.waitForEvent('download')
    await easel.download().click()
    expect((await download).suggestedFilename()).toMatch(/\.(webp|jpg)$/)
  })

  await test.step('she creates an account and hangs it in her own room', async () => {
    await easel.hang().click()
    await easel.createAccount(person)
    await easel.hangAs(title)
    await expect(easel.toRoom()).toBeVisible()
    await easel.toRoom().click()
    await expect(page).toHaveURL(/\/exhibitions\/room-/)
  })

  await test.step('her room shows it to everyone', async () => {
    const slug = new URL(page.url()).pathname.split('/')[2] ?? ''
    const stranger = await browser.newContext()
    const visit = await stranger.newPage()
    await visit.goto(new URL(`/exhibitions/${slug}`, page.url()).href)
    await expect(visit.getByText(title).first()).toBeVisible()
    await stranger.close()
    await exhibition.open(slug)
    await expect(exhibition.works()).toHaveCount(1)
  })

  await test.step('after a reload, everything is still there', async () => {
    await mine.openFavourites()
    await page.reload()
    await expect(mine.works()).toHaveCount(1)
    await mine.openPortraits()
    await page.reload()
    await expect(mine.portraits()).toHaveCount(1)
    await work.open(liked)
    await expect(work.like()).toHaveAttribute('aria-pressed', 'true')
    await expect(work.keep()).toHaveAttribute('aria-pressed', 'true')
  })

  await test.step('and what she deletes is gone', async () => {
    await mine.openPortraits()
    await mine.portraits().first().click()
    const id = easel.id()
    await easel.remove().click()
    await easel.confirmRemoval().click()
    await expect(easel.confirmRemoval()).toBeHidden()
    await expect.poll(async () => (await page.request.get(`/api/portraits/${id}`)).status()).toBe(404)
  })
})
