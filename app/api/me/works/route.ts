import { routes } from '@/lib/contracts/routes'
import { listOwnWorks } from '@/server/artists/own-works'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  GET: handle(routes.myWorks, ({ query, person }) => listOwnWorks(person, query.cursor)),
})
