import { hungHall } from '../support/hang/hung-hall'
import { expect, test } from '../support/test'

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

const hung = hungHall()

test('one walks by thumb beside an open label too', async ({ page, hall }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await hall.open(hung.slug, `?work=${hung.works[0]}`)
  await hall.untilBefore(hung.works[0] ?? '')
  const [stick, label] = await Promise.all([
    page.getByTestId('hall-joystick').boundingBox(),
    hall.panel().boundingBox(),
  ])
  if (!stick || !label) throw new Error('the joystick or the label has no place')
  expect(stick.y + stick.height).toBeLessThanOrEqual(label.y)

  const before = await hall.position()
  const session = await page.context().newCDPSession(page)
  const [x, y] = [stick.x + stick.width / 2, stick.y + stick.height / 2]
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] })
  await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x, y: y + 30 }] })
  await expect.poll(() => hall.position(), { timeout: 60_000 }).not.toEqual(before)
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
})
