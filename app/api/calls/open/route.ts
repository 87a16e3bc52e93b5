import { routes } from '@/lib/contracts/routes'
import { listOpenCalls } from '@/server/exhibitions/list-open-calls'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  GET: handle(routes.openCalls, ({ query }) => listOpenCalls(query.cursor)),
})
