import type { BrowserContext } from '@playwright/test'
import { type ArtistHome, furnishArtistHome } from '../support/artist-home'
import { expectAccessible } from '../support/axe'
import { announceExhibition, type ComingExhibition } from '../support/coming-exhibition'
import { signInAsOperator } from '../support/people'
import { expect, test } from '../support/test'

/** Pages that are there only once somebody has made something. `/set-up` is none of them: a house that is set up has no such page. */
test.describe('what one artist has, what is to open, and what is not there', () => {
  test.skip(!process.env.E2E_OPERATOR_EMAIL, 'a product named from outside keeps its operator’s password to itself')

  let studio: BrowserContext
  let desk: BrowserContext
  let home: ArtistHome
  let coming: ComingExhibition

  test.beforeAll(async ({ browser }) => {
    test.setTimeout(300_000)
    const baseURL = String(process.env.E2E_BASE_URL)
    studio = await browser.newContext({ baseURL })
    home = await furnishArtistHome(studio)
    desk = await browser.newContext({ baseURL })
    await signInAsOperator(desk)
    coming = await announceExhibition(desk.request)
  })
  test.afterAll(async () => {
    await coming?.callOff()
    await Promise.all([studio?.close(), desk?.close()])
  })

  for (const locale of ['en', 'zh'] as const) {
    test(`axe finds nothing on them, ${locale}`, async ({ page, context, expectedErrors }) => {
      test.setTimeout(300_000)
      expectedErrors.push(/404/)
      await context.addCookies([{ name: 'vernissage-locale', value: locale, url: String(process.env.E2E_BASE_URL) }])
      const look = (address: string, status = 200) =>
        test.step(address, async () => {
          expect((await page.goto(address))?.status(), address).toBe(status)
          await expectAccessible(page, address)
        })
      const { artistId, workId, collectionId, portraitId } = home

      await test.step('as a stranger', async () => {
        await look(`/artists/${artistId}`)
        await look(`/artists/${artistId}/collections/${collectionId}`)
        await look(`/exhibitions/${coming.slug}`)
        await expect(page.getByRole('timer')).toBeVisible()
        await look('/works/00000000-0000-7000-8000-000000000000', 404)
      })
      await test.step('as the artist', async () => {
        await context.addCookies(await studio.cookies())
        await look(`/artists/${artistId}`)
        await look(`/me/works/${workId}`)
        await look(`/me/collections/${collectionId}`)
        await look(`/studio/${portraitId}`)
      })
    })
  }
})
