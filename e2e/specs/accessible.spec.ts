import type { Page } from '@playwright/test'
import { expectAccessible } from '../support/axe'
import { expect, test } from '../support/test'

const ownPages = [
  '/me/page',
  '/me/room',
  '/me/works',
  '/me/collections',
  '/me/submissions',
  '/me/notices',
  '/me/favourites',
  '/me/following',
]

/** Every page of the curators' desk, with what is on the walls. */
async function addressesOfDesks(page: Page, slug: string): Promise<string[]> {
  const read = async (address: string) => (await page.request.get(address)).json()
  const { exhibitions } = await read('/api/desk/exhibitions')
  const [{ id }] = exhibitions
  const { rooms } = await read(`/api/desk/exhibitions/${id}`)
  const { works } = await read('/api/depot')
  const ofExhibition = [
    `/curator/exhibitions/${id}`,
    `/curator/exhibitions/${id}/trail`,
    `/curator/rooms/${rooms[0].id}`,
  ]
  return [
    '/curator',
    '/curator/exhibitions',
    '/curator/exhibitions/new',
    ...ofExhibition,
    '/curator/depot',
    '/curator/depot/iiif',
    '/curator/depot/labels',
    ...works.slice(0, 1).map((each: { artwork: { id: string } }) => `/curator/depot/${each.artwork.id}`),
    '/curator/calls',
    '/curator/submissions',
    '/curator/reports',
    '/curator/tours',
    `/curator/tours/${slug}`,
  ]
}

for (const locale of ['en', 'zh'] as const) {
  test(`axe finds nothing on any page, ${locale}`, async ({ page, context, hall }) => {
    test.setTimeout(900_000)
    await context.addCookies([{ name: 'vernissage-locale', value: locale, url: String(process.env.E2E_BASE_URL) }])
    const { exhibitions } = await (await page.request.get('/api/exhibitions')).json()
    const { slug } = exhibitions[0]
    const { rooms } = await (await page.request.get(`/api/exhibitions/${slug}`)).json()
    const work = rooms[0].hangings[0].artwork.id
    const pages = [
      '/',
      `/exhibitions/${slug}`,
      `/works/${work}`,
      '/studio',
      `/studio?work=${work}`,
      '/sign-in',
      '/sign-up',
    ]
    for (const address of [...pages, '/me/favourites', '/me/following', '/me/portraits']) {
      await test.step(address, async () => {
        await page.goto(address)
        await expectAccessible(page, address)
      })
    }
    await test.step('the hall: before a work, close up, and its list', async () => {
      await hall.open(slug, `?work=${work}`)
      await expectAccessible(page, 'hall')
      await page.keyboard.press('l')
      await expect(hall.list()).toBeVisible()
      await expectAccessible(page, 'list')
      await page.keyboard.press('Escape')
      await hall.company().click()
      await expectAccessible(page, 'company')
      await page.keyboard.press('Escape')
      await hall.openBook().click()
      await expect(hall.book()).toBeVisible()
      await expectAccessible(page, 'book')
      await page.keyboard.press('Escape')
      await hall.root().focus()
      await page.keyboard.press('z')
      await expect(hall.zoom()).toHaveAttribute('data-zoom-state', 'shown', { timeout: 60_000 })
      await expectAccessible(page, 'close up')
    })
    const operator = { email: process.env.E2E_OPERATOR_EMAIL, password: process.env.E2E_OPERATOR_PASSWORD }
    if (!operator.email) return
    await test.step('what curators and operators see', async () => {
      expect((await page.request.post('/api/account/sign-in', { data: operator })).status()).toBe(200)
      const desk = ['queue', 'people', 'storage', 'models', 'announcements', 'house', 'audit']
      const operators = ['/operator', ...desk.map((page) => `/operator/${page}`)]
      // What the desks are built of is the same in both languages: all of them in one, some in the other.
      const all = ['/account', ...ownPages, ...(await addressesOfDesks(page, slug))]
      const some = ['/account', '/me/following', '/curator/submissions', '/curator/reports']
      for (const address of [...operators, ...(locale === 'en' ? all : some)]) {
        await page.goto(address)
        await expectAccessible(page, address)
      }
    })
  })
}
