import sharp from 'sharp'
import type { HallPage } from '../pages/hall-page'
import { type Framing, worstField } from '../support/colour-chart'
import { hungHall } from '../support/hang/hung-hall'
import { expect, test } from '../support/test'

/** Small, since the processor draws; each eye has half of it. */
const size = { width: 800, height: 500 }
test.use({ viewport: size })

/** Of the headset that is emulated: radians up and down, metres between the eyes; and of the hands, metres ahead, aside and up. */
const lens = { fieldOfView: Math.PI / 2, apart: 0.063 }
const hands = { ahead: 0.4, aside: 0.25, up: 1.5 }
const eyes = ['left', 'right'] as const
/** The chart on the wall, metres, and half the window's least angle up and down. */
const chart = { width: 1.2, height: 0.8, up: 1.5 }
const halfWindow = (47 * Math.PI) / 360

const hung = hungHall()

/** Where a point appears to an eye, pixels of the window; metres to the right, up and ahead of the middle of the head. */
function seenBy(eye: 'left' | 'right', right: number, up: number, ahead: number): [x: number, y: number] {
  const side = eye === 'left' ? -1 : 1
  const scale = size.height / 2 / Math.tan(lens.fieldOfView / 2) / ahead
  const middle = eye === 'left' ? size.width / 4 : (size.width * 3) / 4
  return [middle + (right - (side * lens.apart) / 2) * scale, size.height / 2 - up * scale]
}

/** Where the chart appears to an eye so far before its middle. */
function chartBy(eye: 'left' | 'right', eyeHeight: number, distance: number): Framing {
  const [left, top] = seenBy(eye, -chart.width / 2, chart.up + chart.height / 2 - eyeHeight, distance)
  const [right, bottom] = seenBy(eye, chart.width / 2, chart.up - chart.height / 2 - eyeHeight, distance)
  return { left, top, width: right - left, height: bottom - top }
}

/** The brightest red of a few pixels: the ring on the floor is the only thing there that is nearly white. */
async function brightest(screenshot: Buffer, [x, y]: [number, number]): Promise<number> {
  const region = { left: Math.round(x) - 6, top: Math.round(y) - 6, width: 13, height: 13 }
  const { channels } = await sharp(await sharp(screenshot).extract(region).png().toBuffer()).stats()
  return channels[0]?.max ?? 0
}

const yawOf = async (hall: HallPage) => Number(await hall.root().getAttribute('data-hall-yaw'))

const isAt = (hall: HallPage, x: number, z: number) =>
  expect.poll(() => hall.position()).toEqual({ x: expect.closeTo(x, 1), z: expect.closeTo(z, 1) })

test('is offered only where there is a headset', async ({ hall, headset }) => {
  await hall.open(hung.slug)
  await expect(hall.help()).toBeVisible()
  await expect(headset.button()).toHaveCount(0)
})

test('shows the work that one stood before at its own size and height, wherever on its floor the head is', async ({
  page,
  hall,
  headset,
}) => {
  await headset.plugIn()
  await hall.open(hung.slug, `?work=${hung.works[0]}`)
  // The label stands where the button is.
  await page.keyboard.press('Escape')
  await hall.untilComplete()
  const distance = (chart.width * size.height) / 2 / Math.tan(halfWindow) / (await hall.framing()).width
  const before = await hall.position()
  const seesChart = async (eyeHeight: number) => {
    await expect(async () => {
      const screenshot = await page.screenshot({ path: `artifacts/screenshots/vr-chart-at-${eyeHeight}.png` })
      for (const eye of eyes) {
        expect(await worstField(screenshot, chartBy(eye, eyeHeight, distance)), eye).toBeLessThan(8)
      }
    }).toPass({ timeout: 60_000 })
  }
  await headset.holdHead(0.7, 1.6, -0.4, 0.6)
  await headset.enter()
  // Hands down: their rays would lie across the chart.
  for (const side of eyes) await headset.point(side, 0, -1.3)
  await seesChart(1.6)
  expect(await hall.position()).toEqual(before)

  await test.step('sitting down', async () => {
    await headset.holdHead(0.7, 1.2, -0.4, 0.6)
    await headset.frames()
    await seesChart(1.2)
  })

  await test.step('and after the system has made that place the middle', async () => {
    await headset.recentre()
    await seesChart(1.2)
  })
})

test('is moved through by hand, and not through walls', async ({ page, hall, headset }) => {
  await headset.plugIn()
  await hall.open(hung.slug)
  await hall.untilComplete()
  const start = await hall.position()
  await headset.enter()
  await isAt(hall, start.x, start.z)

  // Down to the right: so far from the hand to the floor.
  const [toLeft, down] = [-0.35, -0.55]
  const reach = hands.up / Math.tan(-down)
  const [right, ahead] = [hands.aside - reach * Math.sin(toLeft), hands.ahead + reach * Math.cos(toLeft)]

  await test.step('a ring shows where the hand leads, to both eyes, and its trigger leads there', async () => {
    await headset.point('right', toLeft, down)
    const screenshot = await page.screenshot({ path: 'artifacts/screenshots/vr-pointing.png' })
    for (const eye of eyes) {
      expect(await brightest(screenshot, seenBy(eye, right + 0.25, -1.6, ahead)), eye).toBeGreaterThan(235)
      expect(await brightest(screenshot, seenBy(eye, right, -1.6, ahead)), eye).toBeLessThan(225)
    }
    await headset.pull('right')
    await isAt(hall, start.x + right, start.z - ahead)
  })
  const there = await hall.position()

  await test.step('a wall leads nowhere, nor does the floor behind it', async () => {
    for (const pitch of [0, -0.15]) {
      await headset.point('right', -Math.PI / 2, pitch)
      await headset.pull('right')
      await isAt(hall, there.x, there.z)
    }
  })
})

test('is turned and moved through by stick', async ({ hall, headset }) => {
  await headset.plugIn()
  await hall.open(hung.slug)
  await hall.untilComplete()
  const yaw = () => yawOf(hall)
  const there = await hall.position()
  await headset.enter()

  await test.step('by thirty degrees at a push', async () => {
    await headset.push('left', 1, 0)
    await expect.poll(yaw).toBeCloseTo(-Math.PI / 6, 2)
    await headset.push('left', 0, 0)
    await headset.push('left', -1, 0)
    await headset.push('left', 0, 0)
    await expect.poll(yaw).toBeCloseTo(0, 2)
    await isAt(hall, there.x, there.z)
  })

  await test.step('pushed forward and let go, to where the hand points', async () => {
    await headset.point('left', 0, -1)
    await headset.push('left', 0, -1)
    await isAt(hall, there.x, there.z)
    await headset.push('left', 0, 0)
    await isAt(hall, there.x - hands.aside, there.z - hands.ahead - hands.up / Math.tan(1))
  })
})

test('is drawn all the time until it is left, at rest from then on where one stands, and entered again', async ({
  page,
  hall,
  headset,
}) => {
  await headset.plugIn()
  await hall.open(hung.slug)
  await hall.untilComplete()
  const start = await hall.position()
  const stepped = { aside: hands.aside, ahead: hands.ahead + hands.up / Math.tan(1.2) }
  await headset.enter()
  const draws = await headset.draws()
  await headset.frames()
  expect(await headset.draws()).toBeGreaterThan(draws)
  await headset.point('right', 0, -1.2)
  await headset.pull('right')
  await isAt(hall, start.x + stepped.aside, start.z - stepped.ahead)

  await test.step('the system’s button leads out', async () => {
    const last = await hall.position()
    await headset.takeOff()
    await hall.untilComplete()
    expect(await hall.position()).toEqual(last)
    await expect(hall.root().locator('canvas')).toBeInViewport({ ratio: 1 })
    await page.screenshot({ path: 'artifacts/screenshots/vr-left.png' })
    await expect(async () => {
      const before = await headset.draws()
      await page.waitForTimeout(1000)
      expect(await headset.draws(), 'still drawing').toBe(before)
    }).toPass({ timeout: 60_000 })
    await hall.walk('s')
  })

  await test.step('and in again', async () => {
    await hall.untilComplete()
    const here = await hall.position()
    await headset.enter()
    await headset.point('left', 0, -1.2)
    await headset.pull('left')
    await isAt(hall, here.x - stepped.aside, here.z - stepped.ahead)
  })
})

test('leads before the work that a hand points at', async ({ page, hall, headset }) => {
  await headset.plugIn()
  await hall.open(hung.slug, `?work=${hung.works[0]}`)
  // The label stands where the button is.
  await page.keyboard.press('Escape')
  await hall.untilComplete()
  const yaw = () => yawOf(hall)
  await headset.enter()
  const facing = await yaw()
  for (const across of [1, 0, 1, 0]) await headset.push('right', across, 0)
  await expect.poll(yaw).toBeCloseTo(facing - Math.PI / 3, 2)
  await headset.point('right', Math.PI / 3, 0)
  await headset.pull('right')
  await expect.poll(yaw).toBeCloseTo(facing, 2)
  await expect(hall.root()).toHaveAttribute('data-hall-work', hung.works[0] ?? '')
})
