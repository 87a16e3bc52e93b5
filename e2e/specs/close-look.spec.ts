import { worstField } from '../support/colour-chart'
import { hungHall } from '../support/hang/hung-hall'
import { expect, test } from '../support/test'

/** Small, since the processor draws. */
test.use({ viewport: { width: 1040, height: 640 } })

const hung = hungHall()

test('shows a colour chart on the wall as the file says it, and the same from tiles at the same framing', async ({
  page,
  hall,
}) => {
  await hall.open(hung.slug, `?work=${hung.works[0]}`)
  await hall.untilComplete()
  const framing = await hall.framing()
  expect(framing.width).toBeGreaterThan(200)
  expect(await worstField(await page.screenshot(), framing)).toBeLessThanOrEqual(2)

  await page.keyboard.press('z')
  await expect(hall.zoom()).toHaveAttribute('data-zoom-state', 'shown', { timeout: 60_000 })
  await page.waitForLoadState('networkidle')
  await expect(async () => {
    expect(await worstField(await page.screenshot(), framing)).toBeLessThanOrEqual(2)
  }).toPass({ timeout: 30_000 })

  await test.step('nearer, in an address that leads there again', async () => {
    const first = await percent()
    await page.keyboard.press('+')
    await expect.poll(() => percent()).toBeGreaterThan(first)
    await hall.zoom().getByRole('button', { name: 'Nearer' }).click()
    await expect.poll(() => percent()).toBeGreaterThan(150)
    await expect(page).toHaveURL(/detail=\d/)
    const detail = new URL(page.url()).searchParams.get('detail') ?? ''
    const nearness = await percent()
    await page.reload()
    await hall.untilReady()
    await expect(hall.zoom()).toHaveAttribute('data-zoom-state', 'shown', { timeout: 60_000 })
    await expect.poll(() => percent(), { timeout: 30_000 }).toBeGreaterThan(nearness * 0.9)
    const again = new URL(page.url()).searchParams.get('detail') ?? ''
    again.split(',').forEach((value, at) => {
      expect(Math.abs(Number(value) - Number(detail.split(',')[at]))).toBeLessThan(2)
    })
  })

  await test.step('and back to the wall', async () => {
    await page.keyboard.press('Escape')
    await expect(hall.zoom()).toBeHidden({ timeout: 30_000 })
    await expect(page).not.toHaveURL(/detail=/)
    await expect(hall.panelTitle()).toBeVisible()
  })

  async function percent() {
    return Number(await hall.zoom().getAttribute('data-zoom-percent'))
  }
})

test('hands over to tiles for whoever walks right up to a work, also while the key is still held', async ({
  page,
  hall,
}) => {
  await hall.open(hung.slug, `?work=${hung.works[0]}`)
  await hall.untilComplete()
  await page.keyboard.down('w')
  // Tiles are drawn later than the hall has looked several times at where one stands.
  await expect(hall.zoom()).toHaveAttribute('data-zoom-state', 'shown', { timeout: 90_000 })
  await expect(hall.panelTitle()).toBeVisible()
  await page.keyboard.up('w')
  await page.keyboard.press('Escape')
  await expect(hall.zoom()).toBeHidden({ timeout: 30_000 })
})
