import { makePhoto } from '../support/photo'
import { expect, test } from '../support/test'

test('a portrait in the manner of a work is refined before one’s eyes, until one says that it is enough', async ({
  page,
  request,
  studio,
  easel,
  work,
}) => {
  const { exhibitions } = await (await request.get('/api/exhibitions')).json()
  const { rooms } = await (await request.get(`/api/exhibitions/${exhibitions[0].slug}`)).json()
  const { id } = rooms[0].hangings[0].artwork

  await work.open(id)
  await work.paintMe().click()
  await expect(page).toHaveURL(new RegExp(`/studio\\?work=${id}$`))
  await expect(studio.chosenStyle()).toHaveValue(id)
  await studio.quality('Master').check({ force: true })
  await studio.order(await makePhoto(8001))

  await expect(easel.distance()).toBeVisible({ timeout: 90_000 })
  await easel.stop().click()
  await easel.untilPainted()
  await expect(easel.refined()).toBeVisible()
  await expect(easel.stop()).toHaveCount(0)
  const portrait = await (await page.request.get(`/api/portraits/${easel.id()}`)).json()
  expect(portrait).toMatchObject({ status: 'PAINTED', quality: 'MASTER', end: 'stop', style: { id } })
  expect(portrait.loss).toBeGreaterThan(0)
})
