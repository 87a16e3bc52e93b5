import { routes } from '@/lib/contracts/routes'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'
import { listStorage } from '@/server/people/list-storage'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  GET: handle(routes.listStorage, ({ query, person }) => listStorage(person, query.cursor)),
})
