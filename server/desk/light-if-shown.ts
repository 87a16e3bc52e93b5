import type { DeskExhibition } from '@/lib/contracts/desk'
import { lightSoon } from '@/server/light/light-soon'

/** Has the light of rooms computed that were changed while people are in them, or soon will be; gives back what it was given. */
export function lightIfShown(exhibition: DeskExhibition): DeskExhibition {
  if (exhibition.status === 'SCHEDULED' || exhibition.status === 'OPEN') lightSoon(exhibition.id)
  return exhibition
}
