import { beforeAll, expect, it } from 'vitest'
import { makePerson } from '@/server/artworks/testing/records'
import { db } from '@/server/platform/db'
import { prepareQueue } from '@/server/queue/prepare-queue'
import { expireRecords } from '@/server/sweeper/expire-records'
import { completeOrder } from './complete-order'
import { claimed, makeMaster, newOrder, newPhoto, painting } from './testing/orders'

beforeAll(async () => {
  await prepareQueue()
  await makeMaster('test-style', 0)
})

it('keeps a painting for a week after its last use, noting a use once an hour', async () => {
  const photo = await newPhoto()
  const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000)
  const owner = await makePerson()
  const order = await newOrder(owner, {}, photo)
  await completeOrder(await claimed(order.id), await painting())
  const { resultId } = await db.portraitOrder.findUniqueOrThrow({ where: { id: order.id } })
  const result = () => db.portraitResult.findUnique({ where: { id: resultId ?? '' } })
  const usedAt = (lastUsedAt: Date) => db.portraitResult.update({ where: { id: resultId ?? '' }, data: { lastUsedAt } })

  const recently = (await usedAt(ago(0.5))).lastUsedAt
  expect((await newOrder(await makePerson(), {}, photo)).status).toBe('PAINTED')
  expect((await result())?.lastUsedAt).toEqual(recently)
  await usedAt(ago(2))
  expect((await newOrder(await makePerson(), {}, photo)).status).toBe('PAINTED')
  expect((await result())?.lastUsedAt.getTime()).toBeGreaterThan(ago(1).getTime())

  // After the week it serves nobody any more; being painted again makes it young.
  await usedAt(ago(7 * 24 + 1))
  const late = await newOrder(await makePerson(), {}, photo)
  expect(late.status).toBe('QUEUED')
  expect(await completeOrder(await claimed(late.id), await painting())).toBe(true)
  expect((await newOrder(await makePerson(), {}, photo)).status).toBe('PAINTED')

  // Nobody shows it: row and file go.
  const { fileSha256 = '' } = (await result()) ?? {}
  await db.person.deleteMany({ where: { orders: { some: { resultId } } } })
  await usedAt(ago(7 * 24 + 1))
  await expireRecords()
  expect(await result()).toBeNull()
  expect(await db.storedFile.count({ where: { sha256: fileSha256 } })).toBe(0)
})
