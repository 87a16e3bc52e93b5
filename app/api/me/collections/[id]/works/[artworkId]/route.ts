import { routes } from '@/lib/contracts/routes'
import { removeEntry, setEntry } from '@/server/collections/set-entry'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  PUT: handle(routes.setCollectionEntry, async ({ params, body, person }) => {
    await setEntry({ collectionId: params.id, artworkId: params.artworkId, note: body.note }, person)
    return { ok: true }
  }),
  DELETE: handle(routes.removeCollectionEntry, async ({ params, person }) => {
    await removeEntry({ collectionId: params.id, artworkId: params.artworkId }, person)
    return { ok: true }
  }),
})
