import { HallPage } from '../pages/hall-page'
import { signInAsOperator } from '../support/people'
import { expect, test } from '../support/test'

/** For frames that are drawn on the processor. */
const slow = { timeout: 120_000 }

test('two visitors meet in the hall, one follows the other, and walking alone is a choice', async ({
  page,
  hall,
  browser,
}) => {
  const { exhibitions } = await (await page.request.get('/api/exhibitions')).json()
  const address = `/exhibitions/${exhibitions[0].slug}/hall`
  await page.goto(address)
  await expect(hall.root()).toHaveAttribute('data-hall-ready', 'true', slow)
  const context = await browser.newContext()
  const friendsPage = await context.newPage()
  // Whoever may guide has an account; nobody hears its name unless they say so.
  await signInAsOperator(friendsPage)
  const friend = new HallPage(friendsPage)
  await friend.open(exhibitions[0].slug)
  await expect(friend.root()).toHaveAttribute('data-hall-ready', 'true', slow)

  await expect(hall.company()).toHaveAccessibleName('Other visitors: 1', slow)
  await expect(friend.company()).toHaveAccessibleName('Other visitors: 1', slow)
  // They came in by the same door: who steps back has the other before them, and near enough for a name.
  await hall.walk('s')
  await expect(hall.names().filter({ hasText: 'A visitor' }).first()).toBeVisible(slow)

  // Before the same work, what one says floats up before the other; as often as a slow device needs to draw it in its three seconds.
  await hall.root().press('n')
  const work = (await hall.panelTitle().textContent()) ?? ''
  await expect(async () => {
    await friend.root().press('n')
    await expect(friend.panelTitle()).toHaveText(work, { timeout: 2_000 })
  }).toPass(slow)
  await expect(async () => {
    await hall.react('A flower').click()
    await expect(friend.reactions().first()).toBeAttached({ timeout: 4_000 })
  }).toPass(slow)

  await friend.company().click()
  await friend.guide().check()
  await hall.company().click()
  await hall.follow().click(slow)
  const before = await hall.position()
  await friend.root().press('n')
  await expect.poll(() => hall.position(), slow).not.toEqual(before)
  await hall.follow().click()

  await friend.beSeen().uncheck()
  await expect(hall.company()).toHaveAccessibleName('Other visitors: nobody else is here', slow)
  await friend.beSeen().check()
  await expect(hall.company()).toHaveAccessibleName('Other visitors: 1', slow)
  await context.close()
  await expect(hall.company()).toHaveAccessibleName('Other visitors: nobody else is here', slow)
})

test('a tour leads from work to work with captions; it pauses, skips, and waits for whoever takes the wheel', async ({
  page,
  hall,
}) => {
  await signInAsOperator(page)
  const { exhibitions } = await (await page.request.get('/api/exhibitions')).json()
  const { slug } = exhibitions[0]
  const { rooms } = await (await page.request.get(`/api/exhibitions/${slug}`)).json()
  const works: string[] = rooms[0].hangings.map((hanging: { artwork: { id: string } }) => hanging.artwork.id)
  const words = { title: { en: 'Slow looking', zh: '慢慢看' }, text: { en: 'Three works.', zh: '三件作品。' } }
  const tour = await (await page.request.post(`/api/exhibitions/${slug}/tours`, { data: words })).json()
  // The first and the last stop wait for the visitor; the one between goes on by itself.
  const stops = [3, 0, 5].map((work, index) => ({
    artworkId: works[work],
    text: { en: `Words at stop ${index + 1}.`, zh: `第 ${index + 1} 站。` },
    pauseSeconds: index === 1 ? 1 : 60,
  }))
  const change = { ...words, version: tour.version, isPublished: true, stops }
  expect((await page.request.put(`/api/tours/${tour.id}`, { data: change })).ok()).toBe(true)

  await page.goto(`/exhibitions/${slug}/hall`)
  await expect(hall.root()).toHaveAttribute('data-hall-ready', 'true', slow)
  await hall.tours().click()
  await hall.beginTour('Slow looking').click()
  await expect(hall.caption()).toHaveText('Words at stop 1.', slow)
  await expect(hall.root()).toHaveAttribute('data-hall-work', works[3] ?? '', slow)
  await expect(hall.tourButton('Turn the voice on')).toHaveAttribute('aria-pressed', 'false')
  await hall.tourButton('Pause').click()
  await expect(hall.tour()).toHaveAttribute('data-phase', 'held')
  await hall.tourButton('Go on').click()
  await expect(hall.caption()).toHaveText('Words at stop 1.', slow)
  await hall.tourButton('Next stop').click()
  await expect(hall.caption()).toHaveText('Words at stop 3.', slow)
  await expect(hall.root()).toHaveAttribute('data-hall-work', works[5] ?? '', slow)
  await hall.walk('s')
  await expect(hall.tour()).toHaveAttribute('data-phase', 'held', slow)
  await hall.tourButton('End the tour').click()
  await expect(hall.tour()).toHaveCount(0)
})

test('the visitors’ book is written in the hall and read on the exhibition’s page; its keeper hides and closes it', async ({
  page,
  hall,
  exhibition,
  browser,
}) => {
  const { exhibitions } = await (await page.request.get('/api/exhibitions')).json()
  const { slug } = exhibitions[0]
  await page.goto(`/exhibitions/${slug}/hall`)
  await expect(hall.root()).toHaveAttribute('data-hall-ready', 'true', slow)
  await hall.openBook().click()
  await hall.book().getByLabel('Your words').fill('The light in the second room.')
  await hall.book().getByLabel('Signed').fill('Ada')
  await hall.book().getByRole('button', { name: 'Write in the book' }).click()
  await expect(hall.book().getByText('Your words are in the book.')).toBeVisible()

  await exhibition.open(slug)
  await expect(exhibition.bookLines().filter({ hasText: 'The light in the second room.' })).toContainText('Ada')

  const context = await browser.newContext()
  const desk = await context.newPage()
  await signInAsOperator(desk)
  await desk.goto(`/exhibitions/${slug}`)
  await desk.getByTestId('visitors-book').scrollIntoViewIfNeeded()
  await desk.getByTestId('book-line').first().getByRole('button', { name: 'Hide' }).click()
  await expect(desk.getByTestId('book-line').first().getByText('Hidden')).toBeVisible()
  await desk.getByTestId('book-switch').click()
  await expect(desk.getByText('This book is closed.')).toBeVisible()
  await page.reload()
  await expect(page.getByText('This book is closed.')).toBeVisible()
  await expect(exhibition.bookLines()).toHaveCount(0)
  await desk.getByTestId('book-switch').click()
  await expect(desk.getByTestId('book-text')).toBeVisible()
  await context.close()
})
