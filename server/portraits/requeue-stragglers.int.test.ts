import { beforeAll, expect, it } from 'vitest'
import { makePerson } from '@/server/artworks/testing/records'
import { db } from '@/server/platform/db'
import { prepareQueue } from '@/server/queue/prepare-queue'
import { requeueStragglers } from './requeue-stragglers'
import { makeMaster, newOrder } from './testing/orders'

beforeAll(async () => {
  await prepareQueue()
  await makeMaster('test-style', 0)
})

it('comes to every order that was lost, however many old ones are before it, and begins again at the end', async () => {
  const { id } = await newOrder(await makePerson())
  await db.portraitOrder.updateMany({ data: { queuedAt: new Date(0) } })
  await db.$executeRaw`
    INSERT INTO "PortraitOrder" SELECT copy.* FROM "PortraitOrder" o, generate_series(1, 1300) n,
      jsonb_populate_record(o, jsonb_build_object('id', o."id" || n, 'idempotencyKey', 'copy ' || n, 'cacheKey', 'copy ' || n)) copy
    WHERE o."id" = ${id}`
  expect(await requeueStragglers(20)).toBe(1_000)
  expect(await requeueStragglers(20)).toBe(301)
  expect(await requeueStragglers(20)).toBe(1_000)
})
