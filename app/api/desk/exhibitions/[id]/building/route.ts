import { routes } from '@/lib/contracts/routes'
import { rebuildRooms } from '@/server/desk/rebuild-rooms'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  PUT: handle(routes.rebuildRooms, ({ params, body, person }) => rebuildRooms({ ...params, ...body }, person)),
})
