import { routes } from '@/lib/contracts/routes'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'
import { cancelForHouse } from '@/server/portraits/cancel-for-house'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  POST: handle(routes.cancelForHouse, ({ params, person }) => cancelForHouse(params.id, person)),
})
