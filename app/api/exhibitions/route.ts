import { routes } from '@/lib/contracts/routes'
import { listOpenExhibitions } from '@/server/exhibitions/list-open-exhibitions'
import { handle } from '@/server/http/route'
import { sayIfStale } from '@/server/http/say-if-stale'
import { serve } from '@/server/http/serve'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  GET: handle(routes.listExhibitions, ({ query, answer }) =>
    sayIfStale(answer, () => listOpenExhibitions(query.cursor)),
  ),
})
