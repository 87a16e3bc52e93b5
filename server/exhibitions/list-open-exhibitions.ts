import type { ExhibitionsPage } from '@/lib/contracts/exhibitions'
import { isOpenNow } from './is-open-now'
import { readCards } from './read-cards'

/**
 * Exhibitions that everyone may walk into now, in the house's order, in pages of 24; people's own rooms are not among them.
 *
 * @throws {HouseError} invalid_request for a cursor that is not ours
 */
export function listOpenExhibitions(cursor?: string): Promise<ExhibitionsPage> {
  return readCards({ key: 'open', which: (now) => ({ kind: 'EXHIBITION', ...isOpenNow(now) }), cursor })
}
