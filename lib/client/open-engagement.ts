import { engagementRoutes } from '@/lib/contracts/engagement-routes'
import { browserOutbox, shareOutcomes } from './browser-outbox'
import { call } from './call'
import { callByName } from './call-by-name'
import { EngagementStore } from './engagement-store'
import { onIdentityChange } from './identity'
import { newId } from './new-id'

/** This page's likes and favourites, with everything that they need of the house. Once a page, browser only. */
export function openEngagement(): EngagementStore {
  const outbox = browserOutbox()
  const created = new EngagementStore({
    outbox,
    loadMarks: (ids) => call(engagementRoutes.myMarks, { query: { artworks: ids.join(',') } }),
    loadCount: async (id) => (await callByName('catalogue', 'readArtwork', { params: { id } })).likeCount,
    newId,
  })
  const tellOthers = shareOutcomes((outcome) => created.takeOutcome(outcome))
  outbox.listen((outcome) => {
    if ('answer' in outcome) tellOthers(outcome.wish, outcome.answer)
  })
  onIdentityChange(() => created.forgetMarks())
  return created
}
