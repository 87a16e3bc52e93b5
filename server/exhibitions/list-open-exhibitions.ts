import type { ExhibitionCard } from '@/lib/contracts/exhibitions'
import { isOpenNow } from './is-open-now'
import { readCards } from './read-cards'

/** Exhibitions that everyone may walk into now, in the house's order; people's own rooms are not among them. */
export function listOpenExhibitions(): Promise<ExhibitionCard[]> {
  return readCards('open', (now) => ({ kind: 'EXHIBITION', ...isOpenNow(now) }))
}
