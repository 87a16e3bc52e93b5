import { routes } from '@/lib/contracts/routes'
import { changeCollection, deleteCollection } from '@/server/collections/change-collection'
import { readCollection } from '@/server/collections/read-collection'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  GET: handle(routes.readCollection, ({ params, person }) => readCollection(params.id, person)),
  PATCH: handle(routes.changeCollection, ({ params, body, person }) => changeCollection(params.id, body, person)),
  DELETE: handle(routes.deleteCollection, async ({ params, person }) => {
    await deleteCollection(params.id, person)
    return { ok: true }
  }),
})
