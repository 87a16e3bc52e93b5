import type { ArtworkView } from '@/lib/contracts/artworks'
import type { ExhibitionView } from '@/lib/contracts/exhibitions'

export interface Neighbours {
  previous: ArtworkView | null
  next: ArtworkView | null
  /** From 1. */
  position: number
  count: number
}

/** Who hangs before and after a work on the way through all rooms; null where it does not hang in this exhibition. */
export function findNeighbours(exhibition: Pick<ExhibitionView, 'rooms'>, artworkId: string): Neighbours | null {
  const works = exhibition.rooms.flatMap((room) => room.hangings).map((hanging) => hanging.artwork)
  const index = works.findIndex((work) => work.id === artworkId)
  if (index < 0) return null
  return {
    previous: works[index - 1] ?? null,
    next: works[index + 1] ?? null,
    position: index + 1,
    count: works.length,
  }
}
