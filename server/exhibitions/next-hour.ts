import { Prisma } from '@/generated/prisma/client'
import { catalogueRules } from '@/server/artworks/catalogue-rules'
import { namedCache } from '@/server/cache/named-cache'
import { tags } from '@/server/cache/tags'
import { catalogueDb } from '@/server/platform/catalogue-db'

const hours = namedCache<number>({ name: 'hours', ...catalogueRules })

/**
 * When the next exhibition, or a call of one, opens or closes by the clock, epoch ms; Infinity when none will. What depends on which exhibitions are open
 * holds no longer. To be asked before `now` is taken for the question itself, so that no hour falls between the two.
 */
export async function readNextHour(): Promise<number> {
  const served = await hours.read('next', async () => {
    const now = new Date()
    const [row] = await catalogueDb.$queryRaw<{ next: Date | null }[]>(Prisma.sql`
      SELECT least(
        min("opensAt") FILTER (WHERE "status" = 'SCHEDULED' AND "opensAt" > ${now}),
        min("closesAt") FILTER (WHERE "closesAt" > ${now}),
        min("callClosesAt") FILTER (WHERE "isOpenCall" AND "callClosesAt" > ${now})
      ) AS next FROM "Exhibition" WHERE "status" IN ('SCHEDULED', 'OPEN')`)
    const next = row?.next?.getTime() ?? Number.POSITIVE_INFINITY
    return { value: next, tags: [tags.exhibitions], bytes: 100, until: next }
  })
  return served?.value ?? Number.POSITIVE_INFINITY
}
