import { TourSound } from '../pages/tour-sound'
import { hungHall } from '../support/hang/hung-hall'
import { layTour } from '../support/lay-tour'
import { expect, test } from '../support/test'

/** Small, since the processor draws. */
test.use({ viewport: { width: 1040, height: 640 }, contextOptions: { reducedMotion: 'reduce' } })

const hung = hungHall()

/** Far less than the words take to read. */
const heard = { timeout: 45_000 }

test('a tour plays its recordings to their ends, one after the other, and a pause keeps the place', async ({
  page,
  hall,
}) => {
  const sound = await TourSound.watch(page)
  const { stops } = await layTour(page.request, hung.slug, 'Heard', [
    { artworkId: hung.works[0] ?? '', seconds: 8 },
    { artworkId: hung.works[1] ?? '', seconds: 4 },
  ])
  const [first, second] = stops.map(({ audio }) => audio.en ?? '')
  await hall.open(hung.slug)
  await hall.tours().click()
  await hall.beginTour('Heard').click()
  await hall.tourButton('Turn the voice on').click()

  await test.step('the recording is asked for in parts, and heard', async () => {
    await expect(hall.caption()).toContainText('Words at stop 1.', heard)
    await expect.poll(async () => (await sound.now()).seconds, heard).toBeGreaterThan(0.5)
    expect(sound.answers).toContainEqual({ address: first, status: 206 })
  })

  await test.step('paused, the words stay, and it goes on where it was', async () => {
    await sound.tourButton('pause').click()
    await expect(hall.tour()).toHaveAttribute('data-phase', 'held')
    await expect(sound.held()).toHaveText('Paused. Look around as long as you like.')
    await expect(hall.caption()).toContainText('Words at stop 1.')
    const { seconds, isPaused } = await sound.now()
    expect(isPaused).toBe(true)
    await sound.tourButton('pause').click()
    await expect.poll(async () => (await sound.played()).length).toBe(2)
    expect((await sound.played())[1]).toEqual({ player: 0, address: first, from: expect.closeTo(seconds, 1) })
    await expect(sound.held()).toHaveCount(0)
  })

  await test.step('its end leads to the next stop, whose recording the same player plays', async () => {
    await expect(hall.caption()).toContainText('Words at stop 2.', heard)
    await expect.poll(async () => (await sound.played())[2], heard).toEqual({ player: 0, address: second, from: 0 })
    await expect(hall.caption()).toHaveText(/This was the last stop/, heard)
    expect(sound.answers).toContainEqual({ address: second, status: 206 })
    expect(new URL(page.url()).searchParams.has('tour')).toBe(false)
  })
})

test('the audio guide to a work is paused and goes on', async ({ page, hall }) => {
  const sound = await TourSound.watch(page)
  const artworkId = hung.works[2] ?? ''
  const { stops } = await layTour(page.request, hung.slug, 'One work', [{ artworkId, seconds: 4 }])
  await hall.open(hung.slug, `?work=${artworkId}`)
  await expect(sound.listen()).toHaveAccessibleName('Listen')
  await sound.listen().click()
  await expect(sound.listen()).toHaveAccessibleName('Pause listening')
  await expect(sound.listen()).toHaveAttribute('aria-pressed', 'true')
  await expect.poll(async () => (await sound.now()).seconds, heard).toBeGreaterThan(0.3)
  await sound.listen().click()
  await expect(sound.listen()).toHaveAccessibleName('Go on listening')
  await expect(sound.listen()).toHaveAttribute('aria-pressed', 'false')
  const { seconds, isPaused } = await sound.now()
  expect(isPaused).toBe(true)
  await sound.listen().click()
  await expect(sound.listen()).toHaveAccessibleName('Listen', heard)
  expect((await sound.now()).hasEnded).toBe(true)
  const address = stops[0]?.audio.en
  expect(await sound.played()).toEqual([
    { player: 0, address, from: 0 },
    { player: 0, address, from: expect.closeTo(seconds, 1) },
  ])
  await sound.listen().click()
  await sound.stopListening().click()
  await expect(sound.listen()).toBeFocused()
  await expect(sound.listen()).toHaveAccessibleName('Listen')
  expect((await sound.now()).isPaused).toBe(true)
})

test('a tour that waits is taken up in the other language; one that was ended stays ended', async ({
  page,
  hall,
  expectedErrors,
}) => {
  expectedErrors.push(/context lost/i)
  const sound = await TourSound.watch(page)
  const stops = [3, 4].map((work) => ({ artworkId: hung.works[work] ?? '', seconds: null }))
  await layTour(page.request, hung.slug, 'Read', stops)
  await hall.open(hung.slug)
  await hall.tours().click()
  await hall.beginTour('Read').click()
  await hall.tourButton('Next stop').click()
  await expect(hall.caption()).toContainText('Words at stop 2.', heard)
  await sound.tourButton('pause').click()
  await expect(page).toHaveURL(/[?&]tour=[^&]+&stop=2&paused=1/)

  await hall.otherLanguage().click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans')
  await hall.untilReady()
  await expect(hall.tour()).toHaveAttribute('data-phase', 'held')
  await expect(hall.caption()).toContainText('第 2 站。')
  await expect(hall.panel()).toHaveCount(0)
  await sound.tourButton('pause').click()
  await expect(hall.tour()).toHaveAttribute('data-phase', 'telling', heard)
  await expect(page).not.toHaveURL(/paused/)

  await sound.tourButton('end').click()
  await expect(hall.tour()).toHaveCount(0)
  await expect(page).not.toHaveURL(/tour=|stop=/)
  await sound.loseCanvas()
  await expect(hall.root()).toHaveAttribute('data-hall-ready', 'false')
  await expect(hall.root()).toHaveAttribute('data-hall-ready', 'true', { timeout: 90_000 })
  await expect(hall.tour()).toHaveCount(0)
})
