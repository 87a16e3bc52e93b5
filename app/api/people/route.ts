import { routes } from '@/lib/contracts/routes'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'
import { listPeople } from '@/server/people/list-people'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  GET: handle(routes.listPeople, ({ query, person }) => listPeople(query, person)),
})
