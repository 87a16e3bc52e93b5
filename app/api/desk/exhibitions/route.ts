import { routes } from '@/lib/contracts/routes'
import { createExhibition } from '@/server/desk/create-exhibition'
import { listDeskExhibitions } from '@/server/desk/list-exhibitions'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  GET: handle(routes.deskExhibitions, ({ person, query }) => listDeskExhibitions(person, query.cursor)),
  POST: handle(routes.createExhibition, ({ body, person }) => createExhibition(body, person)),
})
