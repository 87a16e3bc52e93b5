import { routes } from '@/lib/contracts/routes'
import { listTrail } from '@/server/desk/list-trail'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  GET: handle(routes.exhibitionTrail, ({ params, query, person }) => listTrail(params.id, person, query.cursor)),
})
