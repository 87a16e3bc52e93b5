import { routes } from '@/lib/contracts/routes'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'
import { pauseQueue } from '@/server/portraits/pause-queue'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  PUT: handle(routes.pauseQueue, ({ person }) => pauseQueue(true, person)),
  DELETE: handle(routes.resumeQueue, ({ person }) => pauseQueue(false, person)),
})
