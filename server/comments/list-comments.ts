import type { CommentsPage, CommentView } from '@/lib/contracts/comments'
import { catalogueRules, sizeOf } from '@/server/artworks/catalogue-rules'
import { namedCache } from '@/server/cache/named-cache'
import { tags } from '@/server/cache/tags'
import { readHouse } from '@/server/house/read-house'
import { catalogueDb } from '@/server/platform/catalogue-db'

const PAGE = 20
const firstPages = namedCache<CommentsPage>({ name: 'comments', ...catalogueRules })

export const commentSelect = {
  id: true,
  personId: true,
  text: true,
  createdAt: true,
  person: { select: { name: true, pageOpenedAt: true, hiddenAt: true } },
} as const

interface CommentRow {
  id: string
  personId: string
  text: string
  createdAt: Date
  person: { name: string; pageOpenedAt: Date | null; hiddenAt: Date | null }
}

export function commentView({ id, personId, text, createdAt, person }: CommentRow): CommentView {
  const hasPage = person.pageOpenedAt !== null && person.hiddenAt === null
  return {
    id,
    personId,
    name: person.name,
    artistId: hasPage ? personId : null,
    text,
    createdAt: createdAt.toISOString(),
  }
}

/** What visitors wrote under a public work, newest first, in pages of 20; empty where there is no such work. `cursor`: id of the last one seen. */
export async function listComments(artworkId: string, cursor?: string): Promise<CommentsPage> {
  if (cursor !== undefined) return readPage(artworkId, cursor)
  const { features } = await readHouse()
  const served = await firstPages.read(artworkId, async () => {
    const value = await readPage(artworkId)
    const people = value.comments.map(({ personId }) => tags.person(personId))
    return { value, tags: [tags.comments(artworkId), tags.artwork(artworkId), ...people], bytes: sizeOf(value) }
  })
  if (!served) return { comments: [], nextCursor: null, isOpen: false }
  return { ...served.value, isOpen: served.value.isOpen && features.comments }
}

async function readPage(artworkId: string, cursor?: string): Promise<CommentsPage> {
  const artwork = await catalogueDb.artwork.findFirst({
    where: { id: artworkId, visibility: 'PUBLIC' },
    select: {
      takesComments: true,
      comments: {
        where: { hiddenAt: null, person: { bannedAt: null }, ...(cursor && { id: { lt: cursor } }) },
        orderBy: { id: 'desc' },
        take: PAGE + 1,
        select: commentSelect,
      },
    },
  })
  if (!artwork) return { comments: [], nextCursor: null, isOpen: false }
  const page = artwork.comments.slice(0, PAGE)
  const hasMore = artwork.comments.length > PAGE
  return {
    comments: page.map(commentView),
    nextCursor: hasMore ? (page.at(-1)?.id ?? null) : null,
    isOpen: artwork.takesComments,
  }
}
