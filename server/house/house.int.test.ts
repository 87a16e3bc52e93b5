import { beforeAll, expect, it, vi } from 'vitest'
import { signUp } from '@/server/accounts/sign-up'
import { makeArtwork, makeExhibition, makePerson } from '@/server/artworks/testing/records'
import { addComment } from '@/server/comments/add-comment'
import { listOpenCalls } from '@/server/exhibitions/list-open-calls'
import { offerWork } from '@/server/exhibitions/offer-work'
import { db } from '@/server/platform/db'
import { makeMaster, newOrder } from '@/server/portraits/testing/orders'
import { prepareQueue } from '@/server/queue/prepare-queue'
import { listAnnouncements, readCurrentAnnouncements } from './announcements'
import { changeHouse } from './change-house'
import { readHouse } from './read-house'
import { readHouseSettings } from './read-house-settings'
import { addAnnouncement, changeAnnouncement, deleteAnnouncement } from './set-announcement'

beforeAll(async () => {
  await prepareQueue()
  await makeMaster('test-style', 0)
})

async function set(changes: Parameters<typeof changeHouse>[0]['changes']) {
  const operator = await makePerson('OPERATOR')
  const { version } = await readHouseSettings(operator)
  return changeHouse({ version, changes }, operator)
}

const account = (email: string) =>
  signUp({ name: 'New', email, password: 'long enough' }, new Headers({ 'x-vernissage-address': email }))

it('refuses what is switched off from the very answer on, each by its own code, and takes it again', async () => {
  const [artist, show] = [await makePerson(), await makeExhibition({ isOpenCall: true })]
  const artworkId = await makeArtwork({ ownerId: artist.id })
  const acts = {
    signUp: { code: 'sign_up_closed', carryOut: () => account('a@example.org') },
    comments: { code: 'comments_off', carryOut: () => addComment({ artworkId, text: 'Light' }, artist) },
    submissions: {
      code: 'submissions_off',
      carryOut: () => offerWork({ artworkId, exhibition: show.slug, message: '' }, artist),
    },
    hd: { code: 'hd_off', carryOut: () => newOrder(artist, { size: 2048 }) },
  }
  for (const [feature, { code, carryOut }] of Object.entries(acts)) {
    await set({ features: { [feature]: false } })
    await expect(carryOut(), feature).rejects.toMatchObject({ code })
    if (feature === 'submissions') expect((await listOpenCalls()).calls).toEqual([])
    await set({ features: { [feature]: true } })
    await carryOut()
  }
  expect((await listOpenCalls()).calls.map(({ slug }) => slug)).toEqual([show.slug])
  // Smaller ones are painted all the while.
  await set({ features: { hd: false } })
  await newOrder(artist, { size: 1024 })
})

it('changes what was seen and nothing newer, keeps the rest, and tells the trail', async () => {
  const operator = await makePerson('OPERATOR')
  const { version } = await readHouseSettings(operator)
  const changes = { name: { en: 'Lakeside', zh: '湖畔美术馆' } }
  const [one, other] = await Promise.allSettled([
    changeHouse({ version, changes }, operator),
    changeHouse({ version, changes: { quotaMiB: 7 } }, operator),
  ])
  expect([one.status, other.status].sort()).toEqual(['fulfilled', 'rejected'])
  const refusal = one.status === 'rejected' ? one : other
  expect(refusal).toMatchObject({ reason: { code: 'conflict' } })
  const after = await readHouseSettings(operator)
  expect(after.version).toBe(version + 1)
  expect(await readHouse()).toMatchObject({ name: after.name, quotaMiB: after.quotaMiB, features: after.features })
  expect(await db.auditEntry.count({ where: { action: 'house.changed', actorId: operator.id } })).toBe(1)
})

it('shows an announcement from its hour until its hour, and the change of one at once', async () => {
  const operator = await makePerson('OPERATOR')
  const at = (ms: number) => new Date(Date.now() + ms).toISOString()
  const text = { en: 'We close early.', zh: '今日提前闭馆。' }
  const shown = async () => (await readCurrentAnnouncements()).map(({ id }) => id)
  expect(await shown()).toEqual([])
  const past = await addAnnouncement({ text, startsAt: at(-9_000), endsAt: at(-1_000) }, operator)
  const now = await addAnnouncement({ text, startsAt: at(-5_000), endsAt: null }, operator)
  expect(await shown()).toEqual([now.id])
  const soon = await addAnnouncement({ text, startsAt: at(1_500), endsAt: at(60_000) }, operator)
  expect(await shown()).toEqual([now.id])
  await vi.waitFor(async () => expect(await shown()).toEqual([soon.id, now.id]), { timeout: 20_000, interval: 100 })

  const changed = { text: { ...text, en: 'We close late.' }, startsAt: now.startsAt, endsAt: null }
  await changeAnnouncement(now.id, { ...changed, version: 1 }, operator)
  expect((await readCurrentAnnouncements())[1]?.text.en).toBe('We close late.')
  await expect(changeAnnouncement(now.id, { ...changed, version: 1 }, operator)).rejects.toMatchObject({
    code: 'conflict',
  })
  await deleteAnnouncement(now.id, operator)
  await deleteAnnouncement(now.id, operator)
  expect(await shown()).toEqual([soon.id])
  await expect(changeAnnouncement(now.id, { ...changed, version: 2 }, operator)).rejects.toMatchObject({
    code: 'not_found',
  })
  const { announcements } = await listAnnouncements(operator)
  expect(announcements.map(({ id }) => id)).toEqual([soon.id, past.id])
})
