import type { DeskExhibition } from '@/lib/contracts/desk'

/** What each part of an exhibition's page gets: how it stands, and where to say how it stands after a change. */
export interface PartProps {
  exhibition: DeskExhibition
  onChange: (exhibition: DeskExhibition) => void
}
