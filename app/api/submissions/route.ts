import { routes } from '@/lib/contracts/routes'
import { listSubmissions } from '@/server/exhibitions/list-submissions'
import { offerWork } from '@/server/exhibitions/offer-work'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  GET: handle(routes.listSubmissions, ({ query, person }) => listSubmissions(query, person)),
  POST: handle(routes.offerWork, ({ body, person }) => offerWork(body, person)),
})
