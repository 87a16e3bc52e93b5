import { routes } from '@/lib/contracts/routes'
import { readDepotWork } from '@/server/depot/read-depot-work'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  GET: handle(routes.readDepotWork, ({ params, person }) => readDepotWork(params.id, person)),
})
