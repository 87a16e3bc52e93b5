import { routes } from '@/lib/contracts/routes'
import { listCalls } from '@/server/exhibitions/list-calls'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  GET: handle(routes.listCalls, ({ query, person }) => listCalls(person, query.cursor)),
})
