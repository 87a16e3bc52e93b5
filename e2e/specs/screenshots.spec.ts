import type { Page } from '@playwright/test'
import { makePhoto } from '../support/photo'
import { expect, test } from '../support/test'

const sizes = [
  { name: 'desktop', width: 1440, height: 900 },
  { name: 'phone', width: 390, height: 844 },
]

/** Scrolls through the page, so that pictures that load when they are near are there. */
async function showEverything(page: Page) {
  await page.evaluate(async () => {
    for (let y = 0; y < document.body.scrollHeight; y += window.innerHeight / 2) {
      window.scrollTo(0, y)
      await new Promise((resolve) => setTimeout(resolve, 60))
    }
    const pictures = Array.from(document.images)
    // Those in a list that scrolls by itself would never come near.
    for (const picture of pictures) picture.loading = 'eager'
    await Promise.all(
      pictures.map(
        (picture) => picture.complete || new Promise((done) => picture.addEventListener('load', done, { once: true })),
      ),
    )
    window.scrollTo(0, 0)
  })
}

/** Pictures of every page in artifacts/screenshots, for people to look at; a page that scrolls sideways fails. */
for (const { name, ...viewport } of sizes) {
  for (const locale of ['en', 'zh'] as const) {
    test(`every page, ${name}, ${locale}`, async ({ page, easel, context, studio }) => {
      await page.setViewportSize(viewport)
      await context.addCookies([{ name: 'vernissage-locale', value: locale, url: String(process.env.E2E_BASE_URL) }])
      const { exhibitions } = await (await page.request.get('/api/exhibitions')).json()
      const slug = exhibitions[0].slug
      const { rooms } = await (await page.request.get(`/api/exhibitions/${slug}`)).json()
      const artworkId = rooms[0].hangings[0].artwork.id
      await page.request.put(`/api/artworks/${artworkId}/favourite`)

      const shoot = async (title: string, isWhole = true) => {
        await page.waitForLoadState('networkidle')
        if (isWhole) await showEverything(page)
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        expect(overflow, `${title} scrolls sideways`).toBeLessThanOrEqual(0)
        await page.screenshot({ path: `artifacts/screenshots/${title}-${name}-${locale}.png`, fullPage: isWhole })
      }
      const pages: [string, string][] = [
        ['home', '/'],
        ['exhibition', `/exhibitions/${slug}`],
        ['work', `/works/${artworkId}`],
        ['studio', '/studio'],
        ['sign-in', '/sign-in'],
        ['sign-up', '/sign-up'],
        ['favourites', '/me/favourites'],
        ['portraits-empty', '/me/portraits'],
      ]
      for (const [title, address] of pages) {
        await page.goto(address)
        await shoot(title)
      }
      if (locale === 'en') {
        await studio.open()
        await studio.order(await makePhoto(viewport.width))
        await easel.untilPainted()
        await shoot('easel')
        await page.goto('/me/portraits')
        await shoot('portraits')
      }
      await page.goto(`/exhibitions/${slug}/hall`)
      await expect(page.getByTestId('hall')).toHaveAttribute('data-hall-ready', 'true', { timeout: 60_000 })
      await expect(page.getByTestId('hall-entrance')).toHaveCSS('opacity', '0', { timeout: 60_000 })
      await expect(page.getByTestId('hall')).toHaveAttribute('data-hall-complete', 'true', { timeout: 90_000 })
      await shoot('hall', false)
      await page.goto(`/exhibitions/${slug}/hall?work=${artworkId}`)
      await expect(page.getByTestId('hall-panel')).toBeVisible({ timeout: 60_000 })
      await expect(page.getByTestId('hall-entrance')).toHaveCSS('opacity', '0', { timeout: 60_000 })
      await expect(page.getByTestId('hall')).toHaveAttribute('data-hall-complete', 'true', { timeout: 90_000 })
      await shoot('hall-work', false)
      const operator = { email: process.env.E2E_OPERATOR_EMAIL, password: process.env.E2E_OPERATOR_PASSWORD }
      // A running product that was named from outside keeps its operator's password to itself.
      if (!operator.email) return
      expect((await page.request.post('/api/account/sign-in', { data: operator })).status()).toBe(200)
      await page.goto('/operator')
      await expect(page.getByRole('table').first()).toBeVisible()
      await shoot('operator')
      for (const title of ['queue', 'people', 'storage', 'models', 'announcements', 'house', 'audit']) {
        await page.goto(`/operator/${title}`)
        await shoot(`operator-${title}`)
      }
      await shootDesk(page, shoot)
    })
  }
}

/** Every page of the desk, with a draft of its own, which is thrown away afterwards. */
async function shootDesk(page: Page, shoot: (title: string, isWhole?: boolean) => Promise<void>) {
  const headers = { origin: new URL(String(process.env.E2E_BASE_URL)).origin }
  const { exhibitions } = await (await page.request.get('/api/desk/exhibitions')).json()
  const data = { titleEn: 'Of Water', titleZh: '水之光', from: { exhibitionId: exhibitions.at(-1).id } }
  const { id } = await (await page.request.post('/api/desk/exhibitions', { data, headers })).json()
  const { rooms } = await (await page.request.get(`/api/desk/exhibitions/${id}`)).json()
  const pages: [string, string][] = [
    ['desk-exhibitions', '/curator/exhibitions'],
    ['desk-new', '/curator/exhibitions/new'],
    ['desk-exhibition', `/curator/exhibitions/${id}`],
    ['desk-trail', `/curator/exhibitions/${id}/trail`],
    ['desk-room', `/curator/rooms/${rooms[0].id}`],
  ]
  for (const [title, address] of pages) {
    await page.goto(address)
    await shoot(title)
  }
  await page.getByTestId('elevation').locator('[data-hanging]').first().focus()
  await page.keyboard.press('Space')
  await shoot('desk-room-chosen', false)
  await page.request.delete(`/api/desk/exhibitions/${id}`, { headers })
}

test('a page that is not there leads on', async ({ page, expectedErrors }) => {
  expectedErrors.push(/404/)
  await page.goto('/works/00000000-0000-7000-8000-000000000000')
  await expect(page.getByRole('main').getByRole('link').first()).toBeVisible()
  await page.screenshot({ path: 'artifacts/screenshots/not-found-desktop-en.png' })
})
