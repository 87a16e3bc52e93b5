import { routes } from '@/lib/contracts/routes'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'
import { listNotices } from '@/server/notices/list-notices'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  GET: handle(routes.myNotices, ({ query, person }) => listNotices(person.id, query.cursor)),
})
