import { routes } from '@/lib/contracts/routes'
import { makeCollection } from '@/server/collections/change-collection'
import { listCollections } from '@/server/collections/list-collections'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  GET: handle(routes.myCollections, ({ query, person }) => listCollections(query, person)),
  POST: handle(routes.makeCollection, ({ body, person }) => makeCollection(body, person)),
})
