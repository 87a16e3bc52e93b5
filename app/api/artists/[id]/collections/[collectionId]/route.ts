import { routes } from '@/lib/contracts/routes'
import { readShownCollection } from '@/server/collections/read-shown-collection'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'
import { fail } from '@/server/platform/errors'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  GET: handle(routes.readArtistCollection, async ({ params: { id, collectionId }, query, person }) => {
    return (await readShownCollection({ artistId: id, collectionId, ...query }, person)) ?? fail('not_found')
  }),
})
