import { isOpenNow } from '@/server/exhibitions/is-open-now'
import { db, type Transaction } from '@/server/platform/db'
import { announceNotices } from './announce-notices'
import { tell } from './tell'
import { tellFollowers } from './tell-followers'

/** People who are told in one statement. */
const BATCH = 1_000

/**
 * Tells of exhibitions that have opened since the last look, by the clock or by hand, each once: the artists whose works hang there, those who
 * follow it, and everybody who wants to hear of openings.
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
      const content = { kind: 'exhibition-opened' as const, exhibition, isArtist: false }
      const told = [...artists, ...(await tellFollowers(tx, { exhibitionId: id }, content, artists))]
      for (let last = ''; ; ) {
        const batch = await nextListeners(last, id, artists, tx)
        await tell(tx, batch, content)
        told.push(...batch)
        if (batch.length < BATCH) return told
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

/** Of those who want to hear of every opening, the ones who were not told yet. */
async function nextListeners(last: string, exhibitionId: string, artists: readonly string[], tx: Transaction) {
  const people = await tx.person.findMany({
    where: {
      wantsOpenings: true,
      bannedAt: null,
      id: { gt: last, notIn: [...artists] },
      follows: { none: { exhibitionId } },
    },
    orderBy: { id: 'asc' },
    take: BATCH,
    select: { id: true },
  })
  return people.map(({ id }) => id)
}
