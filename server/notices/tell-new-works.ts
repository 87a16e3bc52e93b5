import { db } from '@/server/platform/db'
import { announceNotices } from './announce-notices'
import { tellFollowers } from './tell-followers'

/** Works that one artist shows within this time are told of together. */
const TOGETHER_MS = 60 * 60_000
const ARTISTS_AT_ONCE = 20

interface Artist {
  id: string
  name: string
  hasPage: boolean
}

/**
 * Tells those who follow an artist of works that everybody sees since the last look, each work once, whichever way it came to be shown.
 *
 * @returns how many artists show something new
 */
export async function tellNewWorks(now = new Date()): Promise<number> {
  const since = new Date(now.getTime() - TOGETHER_MS)
  const artists = await db.$queryRaw<Artist[]>`
    SELECT p."id", p."name", p."pageOpenedAt" IS NOT NULL AS "hasPage"
    FROM (SELECT DISTINCT "ownerId" FROM "Artwork"
      WHERE "shownToldAt" IS NULL AND "visibility" = 'PUBLIC' AND "ownerId" IS NOT NULL) w
    JOIN "Person" p ON p."id" = w."ownerId"
    WHERE p."hiddenAt" IS NULL AND p."bannedAt" IS NULL AND (p."worksToldAt" IS NULL OR p."worksToldAt" < ${since})
    ORDER BY p."id" LIMIT ${ARTISTS_AT_ONCE}`
  for (const artist of artists) await announceNotices(await tellOf(artist, now))
  return artists.length
}

function tellOf(artist: Artist, now: Date): Promise<string[]> {
  return db.$transaction(async (tx) => {
    const works = await tx.artwork.updateManyAndReturn({
      where: { ownerId: artist.id, visibility: 'PUBLIC', shownToldAt: null },
      data: { shownToldAt: now },
      select: { id: true, titleEn: true, titleZh: true },
    })
    const newest = works.toSorted((a, b) => (a.id < b.id ? 1 : -1))[0]
    if (!newest) return []
    const work = { id: newest.id, title: { en: newest.titleEn, zh: newest.titleZh } }
    const content = { kind: 'artist-showed' as const, artist, work, count: works.length }
    const told = await tellFollowers(tx, { artistId: artist.id }, content)
    // Where nobody was told nobody needs to be spared.
    if (told.length > 0) await tx.person.update({ where: { id: artist.id }, data: { worksToldAt: now } })
    return told
  })
}
