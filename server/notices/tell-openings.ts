import { isOpenNow } from '@/server/exhibitions/is-open-now'
import { db, type Transaction } from '@/server/platform/db'
import { announceNotices } from './announce-notices'
import { tell } from './tell'

/** People who are told in one statement. */
const BATCH = 1_000

/**
 * Tells of exhibitions that have opened since the last look, by the clock or by hand, each once: the artists whose works hang there, and everybody who
 * wants to hear of openings.
 *
 * @returns how many exhibitions
 */
export async function tellOpenings(now = new Date()): Promise<number> {
  const opened = await db.exhibition.findMany({
    where: { AND: [{ kind: 'EXHIBITION', openingToldAt: null }, isOpenNow(now)] },
    select: { id: true, slug: true, titleEn: true, titleZh: true },
    take: 20,
  })
  for (const { id, slug, titleEn, titleZh } of opened) {
    const exhibition = { slug, title: { en: titleEn, zh: titleZh } }
    const told = await db.$transaction(async (tx) => {
      const marked = await tx.exhibition.updateMany({
        where: { id, openingToldAt: null },
        data: { openingToldAt: now },
      })
      if (marked.count === 0) return []
      const artists = await artistsOf(id, tx)
      await tell(tx, artists, { kind: 'exhibition-opened', exhibition, isArtist: true })
      const others: string[] = []
      for (let last = ''; ; ) {
        const batch = await nextListeners(last, artists, tx)
        await tell(tx, batch, { kind: 'exhibition-opened', exhibition, isArtist: false })
        others.push(...batch)
        if (batch.length < BATCH) return [...artists, ...others]
        last = batch.at(-1) ?? ''
      }
    })
    await announceNotices(told)
  }
  return opened.length
}

async function artistsOf(exhibitionId: string, tx: Transaction): Promise<string[]> {
  const hangings = await tx.hanging.findMany({
    where: { room: { exhibitionId }, artwork: { ownerId: { not: null } } },
    select: { artwork: { select: { ownerId: true } } },
  })
  return [...new Set(hangings.flatMap(({ artwork }) => artwork.ownerId ?? []))]
}

async function nextListeners(last: string, artists: readonly string[], tx: Transaction): Promise<string[]> {
  const people = await tx.person.findMany({
    where: { wantsOpenings: true, bannedAt: null, id: { gt: last, notIn: [...artists] } },
    orderBy: { id: 'asc' },
    take: BATCH,
    select: { id: true },
  })
  return people.map(({ id }) => id)
}
