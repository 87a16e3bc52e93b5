import { routes } from '@/lib/contracts/routes'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'
import { listCases } from '@/server/moderation/list-cases'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  GET: handle(routes.listCases, ({ query, person }) => listCases(query.status, person, query.cursor)),
})
