import { HallKeyboard } from '../pages/hall-keyboard'
import { hungHall } from '../support/hang/hung-hall'
import { expect, test } from '../support/test'

/** Small, since the processor draws. */
test.use({ viewport: { width: 1040, height: 640 } })

const hung = hungHall()

test('is visited by keyboard alone: the focus is seen, is given back, and leads everywhere', async ({ page, hall }) => {
  const keys = new HallKeyboard(page)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await hall.open(hung.slug)
  await expect(hall.announcement()).toContainText('Room 1')

  await test.step('the controls come before the works, and one press leads past them', async () => {
    await keys.tabTo(keys.toWorks(), 3)
    await keys.tabTo(hall.door(), 1)
    await keys.tabTo(keys.toWorks(), 1, 'Shift+Tab')
    await page.keyboard.press('Enter')
    await expect(keys.stop(0)).toBeFocused()
    await keys.expectFocusIsSeen()
    await hall.untilBefore(hung.works[0] ?? '')
    await expect(hall.announcement()).toContainText('1 of 6')
  })

  await test.step('Tab goes to the next work, Enter to its label, Escape back to the work and then to the hall', async () => {
    await keys.tabTo(keys.stop(1), 1)
    await hall.untilBefore(hung.works[1] ?? '')
    await page.keyboard.press('Enter')
    await expect(hall.panel()).toBeFocused()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Escape')
    await expect(hall.panel()).toBeHidden()
    await expect(keys.stop(1)).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('application')).toBeFocused()
    // Whoever comes back to the works goes on from where they stand.
    await keys.tabTo(keys.stop(1), 1)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
  })

  await test.step('help and company close by Escape and give the focus back', async () => {
    await keys.tabTo(hall.help(), 8, 'Shift+Tab')
    await page.keyboard.press('Enter')
    await keys.tabTo(hall.letterKeys(), 1)
    await page.keyboard.press('Escape')
    await expect(keys.ways()).toBeHidden()
    await expect(hall.help()).toBeFocused()
    await keys.tabTo(hall.company(), 12, 'Shift+Tab')
    await page.keyboard.press('Enter')
    await expect(hall.beSeen()).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(keys.companyPanel()).toBeHidden()
    await expect(hall.company()).toBeFocused()
  })

  await test.step('the plan leads to a room, which is said', async () => {
    await keys.tabTo(keys.room(2), 10)
    await page.keyboard.press('Enter')
    await expect(hall.announcement()).toHaveText(/^Room 2\b/, { timeout: 30_000 })
    await keys.tabTo(keys.room(1), 1, 'Shift+Tab')
    await page.keyboard.press('Enter')
    await expect(hall.announcement()).toHaveText(/^Room 1\b/, { timeout: 30_000 })
  })

  await test.step('before the door by which one came in lie the visitors’ book and the way out', async () => {
    await expect(async () => {
      await page.keyboard.press('ArrowLeft', { delay: 150 })
      await expect(keys.exit()).toBeVisible({ timeout: 500 })
    }).toPass({ timeout: 30_000 })
    await expect(hall.announcement()).toContainText('You stand before the way out.')
    const book = keys.exit().getByRole('button', { name: 'Visitors’ book' })
    await keys.tabTo(book, 10)
    await page.keyboard.press('Enter')
    await expect(hall.book()).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(hall.book()).toBeHidden()
    await expect(book).toBeFocused()
    await keys.tabTo(keys.exit().getByRole('link', { name: 'Leave' }), 1)
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(new RegExp(`/exhibitions/${hung.slug}$`))
  })
})
