import { routes } from '@/lib/contracts/routes'
import { editLabels } from '@/server/depot/edit-labels'
import { listDepot } from '@/server/depot/list-depot'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  GET: handle(routes.listDepot, ({ query, person }) => listDepot(query, person)),
  PATCH: handle(routes.editLabels, async ({ body, person }) => ({ works: await editLabels(body, person) })),
})
