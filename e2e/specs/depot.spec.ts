import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { DeskPages } from '../pages/desk-pages'
import { signInAsOperator, signUp } from '../support/people'
import { makePhoto } from '../support/photo'
import { expect, test } from '../support/test'

/** Pictures come into the house, are labelled, replaced and deleted; and an artist keeps a room of their own. */
test.describe('the depot', () => {
  test.skip(!process.env.E2E_OPERATOR_EMAIL, 'a product named from outside keeps its operator’s password to itself')
  const seed = Date.now() % 100_000
  const mark = randomUUID().slice(0, 6)

  const picture = async (name: string, nth: number) => ({
    name: `${name} ${mark}.jpg`,
    mimeType: 'image/jpeg',
    buffer: await makePhoto(seed + nth),
  })
  const rowOf = (page: Page, name: string) =>
    page.getByRole('region', { name: 'Add pictures' }).getByRole('listitem').filter({ hasText: name })
  const choose = (page: Page, label: string) => page.locator(`input[type=file][aria-label="${label}"]`)

  test('many pictures at once, a lost network, the same picture twice, labels, another picture, the end', async ({
    page,
    context,
    expectedErrors,
  }) => {
    expectedErrors.push(/ERR_INTERNET_DISCONNECTED|WebSocket|Failed to load resource|net::ERR/)
    await signInAsOperator(context)
    await page.goto('/curator/depot')
    await page.waitForLoadState('networkidle')

    await test.step('two are sent while the network goes, and go on by themselves', async () => {
      await context.setOffline(true)
      await choose(page, 'Add pictures').setInputFiles([await picture('Pond', 1), await picture('Lily', 2)])
      await expect(rowOf(page, 'Pond')).toContainText('Waiting for the network; it goes on by itself')
      await context.setOffline(false)
      for (const name of ['Pond', 'Lily']) await expect(rowOf(page, name)).toContainText('Added', { timeout: 60_000 })
    })

    await test.step('the same picture under another name is known', async () => {
      await choose(page, 'Add pictures').setInputFiles([await picture('Copy', 1)])
      await expect(rowOf(page, 'Copy')).toContainText('Is here already', { timeout: 60_000 })
    })

    await test.step('both get one label', async () => {
      await page.goto(`/curator/depot?q=${mark}`)
      await page.waitForLoadState('networkidle')
      await page.getByLabel('Choose all on this page').check()
      await expect(page.getByText('2 works chosen')).toBeVisible()
      await page.getByRole('button', { name: 'Edit labels' }).click()
      await page.getByLabel('Artist (English)').fill('Ada Bulk')
      await page.getByLabel(/^Add tags/).fill(`water, ${mark}`)
      await page.getByRole('button', { name: 'Save', exact: true }).click()
      await expect(page.getByText('Ada Bulk')).toHaveCount(2)
      await page.getByRole('link', { name: mark, exact: true }).first().click()
      await expect(page.getByText(`Tagged “${mark}”`)).toBeVisible()
    })

    await test.step('a list of labels is tried, and brought', async () => {
      const { works } = await (await page.request.get(`/api/depot?q=Pond%20${mark}`)).json()
      const csv = (year: string) => ({
        name: 'labels.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(`id,year,width_cm\n${works[0].artwork.id},1899,${year}\n`),
      })
      await page.goto('/curator/depot/labels')
      await page.waitForLoadState('networkidle')
      await choose(page, 'Choose a CSV file').setInputFiles(csv('wide'))
      await expect(page.getByText('1 line is wrong:')).toBeVisible()
      await choose(page, 'Choose a CSV file').setInputFiles(csv('120'))
      await page.getByRole('button', { name: 'Change 1 work' }).click()
      await expect(page.getByText('1 label was changed.')).toBeVisible()
      await page.goto(`/curator/depot/${works[0].artwork.id}`)
      await expect(page.getByLabel('Year')).toHaveValue('1899')
      await expect(page.getByLabel('Width, cm')).toHaveValue('120')
    })

    await test.step('another picture, and the first one back', async () => {
      await page.waitForLoadState('networkidle')
      await choose(page, 'Replace the picture').setInputFiles([await picture('Later', 3)])
      const history = page.getByRole('region', { name: 'Earlier pictures' })
      await expect(history.getByRole('listitem')).toHaveCount(1, { timeout: 60_000 })
      const shown = () => page.locator('main img').first().getAttribute('src')
      const replaced = await shown()
      await history.getByRole('button', { name: 'Bring back' }).click()
      await expect.poll(shown).not.toBe(replaced)
      await expect(history.getByRole('listitem')).toHaveCount(1)
    })

    await test.step('hung, it says where before it is deleted', async () => {
      const { works } = await (await page.request.get(`/api/depot?q=Pond%20${mark}`)).json()
      const id = works[0].artwork.id
      const desk = new DeskPages(page)
      const title = `Wall ${mark}`
      await desk.begin({ en: title, zh: title }, /A cabinet/)
      await desk.openRoom()
      await page.locator(`[data-depot="${id}"] button`).click()
      await desk.saved()
      await page.goto(`/curator/depot/${id}`)
      await page.waitForLoadState('networkidle')
      await page.getByRole('button', { name: 'Delete', exact: true }).press('Enter')
      await expect(page.getByText('It comes down from these walls as well:')).toBeVisible()
      await expect(page.getByRole('listitem').filter({ hasText: title })).toBeVisible()
      await page.getByRole('button', { name: 'Yes, delete it' }).press('Enter')
      await page.waitForURL(/\/curator\/depot$/)
      expect((await page.request.get(`/api/artworks/${id}`)).status()).toBe(404)
    })

    await test.step('several leave together, and the depot is as it was', async () => {
      await page.goto(`/curator/depot?q=${mark}`)
      await page.waitForLoadState('networkidle')
      await page.getByLabel('Choose all on this page').check()
      await page.getByRole('button', { name: 'Delete', exact: true }).click()
      await page.getByRole('button', { name: /^Yes, delete/ }).click()
      await expect(page.getByText('No work answers to this.')).toBeVisible()
    })
  })

  test('an artist’s own room lays itself out and is rearranged by keyboard', async ({ page, context, browser }) => {
    await signUp(context, 'Ada')
    await page.goto('/me/works')
    await page.waitForLoadState('networkidle')
    await choose(page, 'Add pictures').setInputFiles([await picture('Window', 4), await picture('Door', 5)])
    for (const name of ['Window', 'Door']) await expect(rowOf(page, name)).toContainText('Added', { timeout: 60_000 })

    await page.goto('/me/room')
    await page.waitForLoadState('networkidle')
    await page.getByRole('button', { name: 'Open my room' }).press('Enter')
    const desk = new DeskPages(page)
    await expect(desk.drawing()).toBeVisible()
    const [one = '', two = ''] = await desk.loose()
    for (const work of [one, two]) {
      await page.locator(`[data-depot="${work}"] button`).focus()
      await page.keyboard.press('Enter')
      await expect(desk.work(work)).toBeVisible()
    }
    await desk.saved()
    const before = await desk.leftOf(one)
    await desk.work(one).focus()
    await page.keyboard.press('Space')
    for (let times = 0; times < 3; times++) await page.keyboard.press('Shift+ArrowLeft')
    await expect.poll(() => desk.leftOf(one)).toBeCloseTo(before - 30, 0)
    await desk.saved()
    await page.reload()
    await expect.poll(() => desk.leftOf(one)).toBeCloseTo(before - 30, 0)

    const { person } = await (await page.request.get('/api/me')).json()
    const stranger = await browser.newContext()
    const seen = await (await stranger.request.get(`/api/exhibitions/${person.roomSlug}`)).json()
    const ids = seen.rooms[0].hangings.map((hanging: { artwork: { id: string } }) => hanging.artwork.id)
    expect(ids.toSorted()).toEqual([one, two].toSorted())
    await stranger.close()
  })
})
