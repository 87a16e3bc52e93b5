import { ClosingPages } from '../pages/closing-pages'
import { expectAccessible } from '../support/axe'
import { closeSoon } from '../support/closing-exhibition'
import { hungHall } from '../support/hang/hung-hall'
import { signInAsOperator } from '../support/people'
import { expect, test } from '../support/test'

/** Small, since the processor draws. */
test.use({ viewport: { width: 1040, height: 640 } })
test.skip(!process.env.E2E_OPERATOR_EMAIL, 'a product named from outside keeps its operator’s password to itself')
const hung = hungHall()

/** Long enough to come in, by whatever machine; the hall itself may be lit after the hour. */
const closesInMs = 18_000

test('an exhibition that closes says farewell to who is in its hall, and its address says that it is over', async ({
  page,
  context,
  playwright,
  exhibition,
  hall,
}) => {
  const closing = new ClosingPages(page)
  const address = `/exhibitions/${hung.slug}`
  const curator = await playwright.request.newContext({ baseURL: process.env.E2E_BASE_URL })
  await signInAsOperator({ request: curator })
  await closeSoon(curator, hung.slug, closesInMs)
  await curator.dispose()

  await exhibition.open(hung.slug)
  await expect(closing.note()).toHaveText(/^Closes in \d+ seconds$/)
  await hall.open(hung.slug)

  await expect(closing.farewell()).toBeVisible({ timeout: 20_000 })
  await expect(closing.told()).toHaveText(/^“A hall to test” has closed\. Thank you/)
  await expect(closing.toOthers()).toHaveAttribute('href', '/')
  // Nobody is shown out in the middle of a sentence, and the book takes it.
  await closing.toBook().click()
  await hall.book().getByLabel('Your words').fill('I was the last to leave.')
  await hall.book().getByRole('button', { name: 'Write in the book' }).click()
  await expect(hall.book().getByText('Your words are in the book.')).toBeVisible()
  await hall.book().getByRole('button', { name: 'Close', exact: true }).click()
  await closing.putAway().click()
  await expect(closing.farewell()).toHaveCount(0)
  await expect(hall.root()).toHaveAttribute('data-hall-ready', 'true')

  const base = String(process.env.E2E_BASE_URL)
  for (const [locale, over] of [
    ['en', 'It was shown here, and has closed.'],
    ['zh', '曾在此展出，现已闭幕。'],
  ] as const) {
    await context.addCookies([{ name: 'vernissage-locale', value: locale, url: base }])
    const answer = await page.goto(locale === 'en' ? `${address}/hall` : address)
    expect(answer?.status()).toBe(200)
    await expect(closing.closed()).toContainText(over)
    await expect(exhibition.title()).toHaveText('A hall to test')
    await expect(exhibition.works()).toHaveCount(0)
    await expect(closing.others().first()).toBeVisible()
    await expect(closing.robots().first()).toHaveAttribute('content', /noindex/)
    await expectAccessible(page, `closed, ${locale}`)
  }
})
