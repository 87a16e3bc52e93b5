import { randomUUID } from 'node:crypto'
import { CallPages } from '../pages/call-pages'
import { makePhoto } from '../support/photo'
import { expect, test } from '../support/test'

/** An artist submits, is declined with a note, resubmits, is accepted. */
test.describe('an open call', () => {
  test.skip(!process.env.E2E_OPERATOR_EMAIL, 'a product named from outside keeps its operator’s password to itself')

  test('a work is offered, declined with a note, offered again, accepted', async ({ page, browser, studio, easel }) => {
    const person = { name: 'Ada Open', email: `ada-${randomUUID()}@example.org`, password: 'a long enough password' }
    const title = `Lily ${randomUUID().slice(0, 6)}`
    const office = await browser.newContext()
    const curator = await office.newPage()
    const desk = new CallPages(curator)
    let exhibition = ''

    await test.step('a curator calls for works', async () => {
      await desk.signIn(String(process.env.E2E_OPERATOR_EMAIL), String(process.env.E2E_OPERATOR_PASSWORD))
      exhibition = await desk.openCall('Portraits with water in them.')
    })

    await test.step('Ada is painted and offers it', async () => {
      await studio.open()
      await studio.order(await makePhoto(Date.now() % 1000))
      await easel.untilPainted()
      await easel.submit().click()
      await easel.createAccount(person)
      await easel.offerAs(title, exhibition)
      await expect(page.getByText(/The curator has it now/)).toBeVisible()
    })

    await test.step('the curator declines it with a note', async () => {
      await desk.openSubmissions()
      await curator.waitForLoadState('networkidle')
      await desk.decide(title, 'Too dark for this wall', 'Decline')
      await expect(desk.offer(title).getByRole('status')).toHaveText('Declined')
    })

    await test.step('Ada reads it and offers it again', async () => {
      await page.goto('/me/notices')
      await expect(page.getByText(`“${title}” was not accepted for “${exhibition}”.`)).toBeVisible()
      await expect(page.getByText('Too dark for this wall')).toBeVisible()
      await page.getByRole('link', { name: new RegExp(title) }).click()
      await expect(page).toHaveURL(/\/me\/submissions/)
      await page.waitForLoadState('networkidle')
      await page.getByLabel(/^A few words to the curators/).fill('I opened the curtains.')
      await page.getByRole('button', { name: 'Offer it again' }).click()
      await expect(page.getByRole('status').first()).toHaveText('Waiting')
    })

    await test.step('the curator accepts it', async () => {
      await desk.openSubmissions()
      await curator.waitForLoadState('networkidle')
      await expect(desk.offer(title)).toContainText('I opened the curtains.')
      await desk.decide(title, 'Welcome', 'Accept')
      await expect(desk.offer(title).getByRole('status')).toHaveText('Accepted')
    })

    await test.step('Ada reads that she is in', async () => {
      await page.reload()
      await expect(page.getByRole('status').first()).toHaveText('Accepted')
      await expect(page.getByRole('button', { name: 'Take it back' })).toBeHidden()
      await page.goto('/me/notices')
      await expect(page.getByText(`“${title}” was accepted for “${exhibition}”.`)).toBeVisible()
    })
    await office.close()
  })
})
