import { routes } from '@/lib/contracts/routes'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'
import { retryForHouse } from '@/server/portraits/retry-set-aside'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  POST: handle(routes.retryForHouse, ({ params, person }) => retryForHouse(params.id, person)),
})
