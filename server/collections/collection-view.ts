import type { Prisma } from '@/generated/prisma/client'
import type { ShownCollection } from '@/lib/contracts/artists'
import type { CollectionView } from '@/lib/contracts/collections'
import { artworkSelect, artworkView } from '@/server/artworks/artwork-view'

/** Works in one collection. */
export const MOST_ENTRIES = 200

/** Of a collection's works the first `take` that `ownerId` may see; null for everybody. */
export function collectionSelect(ownerId: string | null, take = MOST_ENTRIES) {
  const visible: Prisma.ArtworkWhereInput[] = [{ visibility: 'PUBLIC' }]
  if (ownerId !== null) visible.push({ ownerId })
  return {
    id: true,
    kind: true,
    title: true,
    text: true,
    isPublic: true,
    entries: {
      where: { artwork: { OR: visible } },
      orderBy: [{ createdAt: 'asc' }, { artworkId: 'asc' }],
      take,
      select: { note: true, artwork: { select: artworkSelect() } },
    },
  } as const satisfies Prisma.CollectionSelect
}

type CollectionRow = Prisma.CollectionGetPayload<{ select: ReturnType<typeof collectionSelect> }>

/** With how many works of it everybody sees. */
export function shownCollectionSelect(take: number) {
  const isPublic = { where: { artwork: { visibility: 'PUBLIC' } } } as const
  return {
    ...collectionSelect(null, take),
    _count: { select: { entries: isPublic } },
  } as const satisfies Prisma.CollectionSelect
}

type ShownRow = Prisma.CollectionGetPayload<{ select: ReturnType<typeof shownCollectionSelect> }>

export function shownCollection({ _count, ...row }: ShownRow): ShownCollection {
  return { ...collectionView(row), count: _count.entries }
}

export function collectionView({ id, kind, title, text, isPublic, entries }: CollectionRow): CollectionView {
  const works = entries.map(({ artwork, note }) => ({ artwork: artworkView(artwork), note }))
  return { id, kind, title, text, isPublic, entries: works }
}
