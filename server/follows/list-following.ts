import type { Followed, FollowingPage } from '@/lib/contracts/follows'
import { cardSelect, exhibitionCard } from '@/server/exhibitions/exhibition-card'
import { catalogueDb } from '@/server/platform/catalogue-db'
import { pictureSelect, pictureView } from '@/server/storage/picture-view'

const PAGE = 24

const select = {
  id: true,
  createdAt: true,
  artist: {
    select: {
      id: true,
      name: true,
      pageOpenedAt: true,
      hiddenAt: true,
      bannedAt: true,
      artworks: {
        where: { visibility: 'PUBLIC' },
        orderBy: { id: 'desc' },
        take: 1,
        select: { visibility: true, picture: { select: pictureSelect } },
      },
      _count: { select: { artworks: { where: { visibility: 'PUBLIC' } } } },
    },
  },
  exhibition: { select: cardSelect },
} as const

/** What a person follows, the latest first, in pages of 24, and how much it is in all. `cursor`: id of the last one seen. */
export async function listFollowing(personId: string, cursor?: string): Promise<FollowingPage> {
  const [rows, total] = await Promise.all([
    catalogueDb.follow.findMany({
      where: { personId, ...(cursor && { id: { lt: cursor } }) },
      orderBy: { id: 'desc' },
      take: PAGE + 1,
      select,
    }),
    catalogueDb.follow.count({ where: { personId } }),
  ])
  const page = rows.slice(0, PAGE)
  return {
    followed: page.flatMap((row) => followed(row) ?? []),
    nextCursor: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null,
    total,
  }
}

type Row = Awaited<ReturnType<typeof catalogueDb.follow.findMany<{ select: typeof select }>>>[number]

function followed({ id, createdAt, artist, exhibition }: Row): Followed | null {
  const common = { id, followedAt: createdAt.toISOString() }
  if (artist) {
    const isOpen = artist.pageOpenedAt !== null && artist.hiddenAt === null && artist.bannedAt === null
    const [newest] = isOpen ? artist.artworks : []
    return {
      ...common,
      kind: 'artist',
      artistId: artist.id,
      name: isOpen ? artist.name : null,
      picture: newest ? pictureView(newest.picture, newest.visibility) : null,
      workCount: isOpen ? artist._count.artworks : 0,
    }
  }
  if (!exhibition) return null
  const { slug, title, status, opensAt, closesAt, cover } = exhibitionCard(exhibition)
  const isKnown = status === 'SCHEDULED' || status === 'OPEN' || status === 'CLOSED'
  return {
    ...common,
    kind: 'exhibition',
    slug,
    title,
    status: isKnown ? status : null,
    opensAt,
    closesAt,
    picture: status === 'OPEN' ? cover : null,
  }
}
