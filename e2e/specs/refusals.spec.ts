import { makePhoto } from '../support/photo'
import { expect, test } from '../support/test'

/** What bad photos get in the interface: a sentence beside the photo, and the form as it was. The server's own refusals are tested with the routes. */
const bad: [string, string, string, () => Promise<Buffer>, RegExp][] = [
  [
    'a drawing with scripts',
    'me.svg',
    'image/svg+xml',
    async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    /JPEG, PNG, WebP or AVIF/,
  ],
  [
    'a page that calls itself a picture',
    'me.png',
    'image/png',
    async () => Buffer.from('<!doctype html>'),
    /JPEG, PNG, WebP or AVIF|damaged/,
  ],
  ['an empty file', 'me.jpg', 'image/jpeg', async () => Buffer.alloc(0), /empty/],
  ['half a photo', 'me.jpg', 'image/jpeg', async () => (await makePhoto(1)).subarray(0, 20_000), /damaged/],
  [
    'too large a file',
    'me.jpg',
    'image/jpeg',
    async () => Buffer.concat([await makePhoto(1), Buffer.alloc(15 * 1024 * 1024)]),
    /15 MB/,
  ],
]

for (const [what, name, mimeType, make, sentence] of bad) {
  test(`${what} is refused in words`, async ({ page, studio, expectedErrors }) => {
    expectedErrors.push(/status of 4(13|15|22)/)
    await studio.open()
    await page.waitForLoadState('networkidle')
    await studio.choose(name, mimeType, await make())
    if ((await studio.fault().count()) === 0) {
      await studio.styles().first().check({ force: true })
      if (await studio.submit().isEnabled()) await studio.submit().click()
    }
    await expect(page.getByText(sentence).first()).toBeVisible()
    await expect(page).toHaveURL(/\/studio$/)
  })
}

/** Forms in which versions of Next have told themselves apart from visitors (CVE-2025-29927). */
const insides = ['pages/_middleware', 'middleware', 'src/middleware', 'proxy', 'src/proxy'].flatMap((name) => [
  name,
  Array(5).fill(name).join(':'),
])

test('nobody comes in by a header that Next keeps for itself', async ({ request }) => {
  const plain = await (await request.get('/api/me')).json()
  for (const inside of insides) {
    const headers = { 'x-middleware-subrequest': inside, 'x-middleware-subrequest-id': 'a' }
    expect((await request.get('/api/me/favourites', { headers })).status()).toBe(401)
    expect(await (await request.get('/api/me', { headers })).json()).toEqual(plain)
  }
})
