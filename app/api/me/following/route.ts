import { routes } from '@/lib/contracts/routes'
import { listFollowing } from '@/server/follows/list-following'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  GET: handle(routes.listFollowing, ({ person, query }) => listFollowing(person.id, query.cursor)),
})
