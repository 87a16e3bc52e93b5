import type { Prisma } from '@/generated/prisma/client'
import type { CollectionView } from '@/lib/contracts/collections'
import { artworkSelect, artworkView } from '@/server/artworks/artwork-view'

/** Works in one collection. */
export const MOST_ENTRIES = 200

/** Of a collection's works those that `ownerId` may see; null for everybody. */
export function collectionSelect(ownerId: string | null) {
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
      take: MOST_ENTRIES,
      select: { note: true, artwork: { select: artworkSelect() } },
    },
  } as const satisfies Prisma.CollectionSelect
}

type CollectionRow = Prisma.CollectionGetPayload<{ select: ReturnType<typeof collectionSelect> }>

export function collectionView({ id, kind, title, text, isPublic, entries }: CollectionRow): CollectionView {
  const works = entries.map(({ artwork, note }) => ({ artwork: artworkView(artwork), note }))
  return { id, kind, title, text, isPublic, entries: works }
}
