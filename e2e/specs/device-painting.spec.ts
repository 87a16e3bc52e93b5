import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { paintPicture } from '@/worker/painter/paint-picture'
import { holdRung } from '../support/hold-rung'
import { makePhoto } from '../support/photo'
import { expect, test } from '../support/test'

/** When turns are rare, visitors are painted by their own browser, in the real network that the house brings them. */
test.describe('a long line before the painter', () => {
  test.skip(!process.env.E2E_OPERATOR_EMAIL, 'a product named from outside keeps its operator’s password to itself')

  test('is no reason not to be painted: this device does it, and no photo leaves it', async ({ page, studio }) => {
    const sent: string[] = []
    page.on('request', (request) => {
      if (request.method() === 'POST') sent.push(new URL(request.url()).pathname)
    })
    const door = await holdRung(3)
    try {
      await expect(async () => {
        await studio.open()
        await expect(studio.paintHere()).toBeVisible({ timeout: 2_000 })
      }).toPass({ timeout: 20_000 })
      await studio.paintHere().click()
      await expect(studio.fault()).toBeVisible()
      const photo = await makePhoto(45)
      await studio.choose('me.jpg', 'image/jpeg', photo)
      await studio.styles().nth(1).check({ force: true })
      const style = await studio.chosenStyle().inputValue()
      await studio.paintHere().click()
      await expect(studio.savePictureHere()).toBeVisible({ timeout: 120_000 })
      for (const [name, width, height] of [
        ['desktop', 1440, 900],
        ['phone', 390, 844],
      ] as const) {
        await page.setViewportSize({ width, height })
        await studio.pictureHere().scrollIntoViewIfNeeded()
        await page.screenshot({ path: `artifacts/screenshots/studio-painted-here-${name}-en.png` })
      }
      const [download] = await Promise.all([page.waitForEvent('download'), studio.savePictureHere().click()])
      const picture = await readFile(await download.path())
      // The very picture that a worker paints, but for weights of fewer bits, another scaling and JPEG.
      const painted = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true })
      const { width, height } = painted.info
      expect(Math.max(width, height)).toBe(512)
      const rgb = await sharp(photo).resize(width, height, { fit: 'fill' }).removeAlpha().raw().toBuffer()
      const byWorker = await paintPicture({ rgb, width, height, style })
      expect(meanDifference(painted.data, byWorker.rgb)).toBeLessThan(6)
      expect(meanDifference(painted.data, rgb)).toBeGreaterThan(18)
      expect(sent.filter((path) => path.startsWith('/api/portraits'))).toEqual([])
    } finally {
      await door.release()
    }
  })

  test('says so when the brushes do not arrive, and paints when they do', async ({ page, studio, expectedErrors }) => {
    expectedErrors.push(/ERR_FAILED/)
    const door = await holdRung(3)
    try {
      await page.route('**/models/browser-*.onnx', (route) => route.abort())
      await expect(async () => {
        await studio.open()
        await expect(studio.paintHere()).toBeVisible({ timeout: 2_000 })
      }).toPass({ timeout: 20_000 })
      await studio.choose('me.jpg', 'image/jpeg', await makePhoto(46))
      await studio.styles().nth(1).check({ force: true })
      await studio.paintHere().click()
      await expect(page.getByText('The brushes did not arrive.')).toBeVisible({ timeout: 60_000 })
      await page.unroute('**/models/browser-*.onnx')
      await studio.paintHere().click()
      await expect(studio.savePictureHere()).toBeVisible({ timeout: 120_000 })
    } finally {
      await door.release()
    }
  })
})

/** Mean difference of two pictures' values, 0 to 255. */
const meanDifference = (first: Uint8Array, second: Uint8Array): number =>
  first.reduce((sum, value, i) => sum + Math.abs(value - (second[i] ?? 0)), 0) / first.length
