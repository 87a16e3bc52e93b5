import type { Prisma } from '@/generated/prisma/client'
import type { ExhibitionsPage } from '@/lib/contracts/exhibitions'
import { catalogueRules, sizeOf } from '@/server/artworks/catalogue-rules'
import { namedCache } from '@/server/cache/named-cache'
import { tags } from '@/server/cache/tags'
import { catalogueDb } from '@/server/platform/catalogue-db'
import { fail } from '@/server/platform/errors'
import { cardSelect, exhibitionCard } from './exhibition-card'
import { readNextHour } from './next-hour'

const PAGE = 24
const cards = namedCache<ExhibitionsPage>({ name: 'exhibition-cards', ...catalogueRules })

interface Asked {
  /** Under which the pages are kept. */
  key: string
  /** Which exhibitions are meant at a time; the same for everybody. */
  which: (now: Date) => Prisma.ExhibitionWhereInput
  /** Id of the last one seen. */
  cursor: string | undefined
}

/**
 * Cards of exhibitions in the house's order, in pages of 24.
 *
 * @throws {HouseError} invalid_request for a cursor that is not ours
 */
export async function readCards({ key, which, cursor }: Asked): Promise<ExhibitionsPage> {
  const served = await cards.read(`${key} ${cursor ?? ''}`, async () => {
    const until = await readNextHour()
    const now = new Date()
    const after = cursor === undefined ? {} : await comesAfter(cursor)
    if (!after) return null
    const rows = await catalogueDb.exhibition.findMany({
      where: { AND: [which(now), after] },
      orderBy: [{ position: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
      take: PAGE + 1,
      select: cardSelect,
    })
    const page = rows.slice(0, PAGE)
    const exhibitions = page.map((row) => exhibitionCard(row, now))
    const value = { exhibitions, nextCursor: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null }
    const hung = page.flatMap((row) => row.rooms.flatMap((room) => room.hangings.map(({ artwork }) => artwork.id)))
    const madeFrom = [tags.exhibitions, ...page.map(({ id }) => tags.exhibition(id)), ...hung.map(tags.artwork)]
    return { value, tags: new Set(madeFrom), bytes: sizeOf(value), until }
  })
  return served?.value ?? fail('invalid_request', { fields: { cursor: 'not known' } })
}

/** Null where no exhibition has this id. */
async function comesAfter(id: string): Promise<Prisma.ExhibitionWhereInput | null> {
  const last = await catalogueDb.exhibition.findUnique({ where: { id }, select: { position: true, createdAt: true } })
  if (!last) return null
  const { position, createdAt } = last
  return {
    OR: [
      { position: { gt: position } },
      { position, createdAt: { gt: createdAt } },
      { position, createdAt, id: { gt: id } },
    ],
  }
}
