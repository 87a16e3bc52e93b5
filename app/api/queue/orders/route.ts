import { routes } from '@/lib/contracts/routes'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'
import { listQueue } from '@/server/portraits/list-queue'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  GET: handle(routes.listQueue, ({ query, person }) => listQueue(query.state, person, query.cursor)),
})
