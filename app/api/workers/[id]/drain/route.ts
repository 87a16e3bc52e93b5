import { routes } from '@/lib/contracts/routes'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'
import { drainWorker } from '@/server/workers/drain-worker'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  PUT: handle(routes.drainWorker, ({ params, person }) => drainWorker(params.id, true, person)),
  DELETE: handle(routes.undrainWorker, ({ params, person }) => drainWorker(params.id, false, person)),
})
