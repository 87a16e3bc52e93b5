import type { APIRequestContext } from '@playwright/test'
import { HallExtras } from '../pages/hall-extras'
import { worstField } from '../support/colour-chart'
import { announceExhibition } from '../support/coming-exhibition'
import { hungHall } from '../support/hang/hung-hall'
import { origin, signInAsOperator } from '../support/people'
import { orderMaster } from '../support/portraits'
import { expect, test } from '../support/test'

test.describe('in the hall', () => {
  /** Small, since the processor draws. */
  test.use({ viewport: { width: 1040, height: 640 } })
  const hung = hungHall()

  test('one looks by moving the mouse alone, clicks on what is in the middle, and has it back for the list', async ({
    page,
    hall,
  }) => {
    const slow = { timeout: 60_000 }
    const extras = new HallExtras(page)
    await hall.open(hung.slug)
    await extras.nudge()
    await page.keyboard.press('m')
    await expect.poll(extras.isMouseHeld).toBe(true)

    const yaw = await extras.yaw()
    await page.mouse.move(740, 320, { steps: 4 })
    await expect.poll(() => extras.yaw(), slow).toBeLessThan(yaw - 0.2)

    // To the floor before one's feet. Wherever the mouse was caught, the click is on the middle.
    await page.mouse.move(740, 620, { steps: 4 })
    const { x, z } = await hall.position()
    await expect(async () => {
      // A frame that takes long in between makes a long press of it, which is no click.
      await page.mouse.down()
      await page.mouse.up()
      await expect.poll(() => hall.position(), { timeout: 5_000 }).not.toEqual({ x, z })
    }).toPass(slow)

    await page.keyboard.press('l')
    await expect(hall.list()).toBeVisible()
    await expect.poll(extras.isMouseHeld).toBe(false)
  })

  test('who looks around on the way to a work gets there, and looks where they want', async ({ page, hall }) => {
    const extras = new HallExtras(page)
    await hall.open(hung.slug, `?work=${hung.works[0]}`)
    await hall.untilComplete()
    const [place, facing] = [await hall.position(), await extras.yaw()]
    // A step and a half behind that place, so that the way leads straight on.
    const back = [place.x + Math.sin(facing) * 1.2, place.z + Math.cos(facing) * 1.2, facing]
    await hall.open(hung.slug, `?at=${back.map((value) => value.toFixed(2)).join()}`)
    await hall.untilComplete()
    await expect(async () => {
      // A frame that takes long in between makes a long press of it, which is no click.
      await page.mouse.click(520, 320)
      await expect(page).toHaveURL(/work=/, { timeout: 2_000 })
    }).toPass({ timeout: 60_000 })
    await extras.lookAround(320)
    await expect.poll(() => hall.position(), { timeout: 60_000 }).toEqual(place)
    await hall.untilComplete()
    expect(Math.abs((await extras.yaw()) - facing)).toBeGreaterThan(0.2)
  })

  test('a close look that is asked for on the way to a work is of that work, where motion is unwelcome, too', async ({
    page,
    hall,
  }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    const extras = new HallExtras(page)
    await hall.open(hung.slug, `?work=${hung.works[1]}`)
    await hall.untilComplete()
    await page.keyboard.press('p')
    await page.keyboard.press('z')
    await extras.untilClose()
    await hall.untilBefore(hung.works[0] ?? '')
    const worst = async () => worstField(await page.screenshot(), await hall.framing())
    await expect.poll(worst, { timeout: 60_000 }).toBeLessThanOrEqual(2)
  })

  test('a close look goes on where it was when the graphics card was lost', async ({ page, hall }) => {
    const extras = new HallExtras(page)
    await hall.open(hung.slug, `?work=${hung.works[1]}`)
    await hall.untilComplete()
    await extras.lookCloser()
    await expect(page).toHaveURL(/detail=\d/)
    await expect.poll(() => extras.isSettled()).toBe(true)
    const nearness = await extras.nearness()
    await extras.loseCanvas()
    await expect(extras.zoom()).toHaveCount(0, { timeout: 30_000 })
    await hall.untilReady()
    await extras.untilClose()
    await expect.poll(extras.nearness, { timeout: 30_000 }).toBeGreaterThan(nearness - 3)
  })
})

test.describe('before the opening', () => {
  test.skip(!process.env.E2E_OPERATOR_EMAIL, 'a product named from outside keeps its operator’s password to itself')

  test('one waits by the house’s clock, not by one’s own, and the doors open by themselves', async ({
    page,
    playwright,
    exhibition,
  }) => {
    const extras = new HallExtras(page)
    const curator = await playwright.request.newContext({ baseURL: process.env.E2E_BASE_URL })
    await signInAsOperator({ request: curator })
    // The visitor's clock is an hour fast.
    await page.addInitScript(() => {
      const { now } = Date
      Date.now = () => now() + 3_600_000
    })
    const announced = await announceExhibition(curator, 15_000)
    await exhibition.open(announced.slug)
    await expect(extras.clock()).toHaveText(/^00days00hours00minutes\d\dseconds$/)
    await expect(extras.opening()).toHaveText('')
    await page.evaluate(() => document.documentElement.setAttribute('data-stayed', ''))
    await expect(exhibition.works().first()).toBeVisible({ timeout: 40_000 })
    await expect(extras.coming()).toHaveCount(0)
    await expect(page.locator('html[data-stayed]')).toHaveCount(1)
    await announced.close()
    await curator.dispose()
  })
})

test.describe('on the studio’s wall', () => {
  const stateOf = async (artist: APIRequestContext, id: string) =>
    (await (await artist.get(`/api/portraits/${id}`)).json()).status

  test('a portrait that is shown grows before everybody, and is gone when its artist takes it back', async ({
    page,
    playwright,
    studio,
    expectedErrors,
  }) => {
    // A picture that was asked for in the moment when it was taken back.
    expectedErrors.push(/status of 404/)
    const extras = new HallExtras(page)
    const artist = await playwright.request.newContext({
      baseURL: process.env.E2E_BASE_URL,
      extraHTTPHeaders: origin(),
    })
    const id = await orderMaster(artist, 9100)
    await expect.poll(() => stateOf(artist, id)).toBe('PAINTING')
    expect((await artist.put(`/api/portraits/${id}/show`)).status()).toBe(200)

    await studio.open()
    await extras.toEasels()
    await expect(extras.easels()).toHaveCount(1)
    await expect.poll(extras.preview).toMatch(/^\/api\/easels\/[\w-]+\/preview/)
    const first = await extras.preview()
    await expect.poll(extras.preview).not.toBe(first)
    expect(await page.content()).not.toContain(id)

    expect((await artist.delete(`/api/portraits/${id}/show`)).status()).toBe(200)
    await expect(extras.easels()).toHaveCount(0)
    const gone = await page.request.get(first ?? '')
    expect(gone.status()).toBe(404)
    await artist.post(`/api/portraits/${id}/cancel`)
    await artist.dispose()
  })
})
