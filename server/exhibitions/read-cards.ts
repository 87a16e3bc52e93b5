import type { Prisma } from '@/generated/prisma/client'
import type { ExhibitionCard } from '@/lib/contracts/exhibitions'
import { catalogueRules, sizeOf } from '@/server/artworks/catalogue-rules'
import { namedCache } from '@/server/cache/named-cache'
import { tags } from '@/server/cache/tags'
import { catalogueDb } from '@/server/platform/catalogue-db'
import { cardSelect, exhibitionCard } from './exhibition-card'
import { readNextHour } from './next-hour'

const cards = namedCache<ExhibitionCard[]>({ name: 'exhibition-cards', ...catalogueRules })

/**
 * Cards of exhibitions in the house's order, kept under `key`.
 *
 * @param which are meant at a time; the same for everybody
 */
export async function readCards(
  key: string,
  which: (now: Date) => Prisma.ExhibitionWhereInput,
): Promise<ExhibitionCard[]> {
  const served = await cards.read(key, async () => {
    const until = await readNextHour()
    const now = new Date()
    const rows = await catalogueDb.exhibition.findMany({
      where: which(now),
      orderBy: [{ position: 'asc' }, { createdAt: 'asc' }],
      select: cardSelect,
    })
    const value = rows.map((row) => exhibitionCard(row, now))
    const hung = rows.flatMap((row) => row.rooms.flatMap((room) => room.hangings.map(({ artwork }) => artwork.id)))
    const madeFrom = [tags.exhibitions, ...rows.map(({ id }) => tags.exhibition(id)), ...hung.map(tags.artwork)]
    return { value, tags: new Set(madeFrom), bytes: sizeOf(value), until }
  })
  return served?.value ?? []
}
