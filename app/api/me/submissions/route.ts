import { routes } from '@/lib/contracts/routes'
import { listMySubmissions } from '@/server/exhibitions/list-submissions'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  GET: handle(routes.mySubmissions, ({ query, person }) => listMySubmissions(person, query.cursor)),
})
