import { routes } from '@/lib/contracts/routes'
import { listRoomDepot } from '@/server/desk/list-depot'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  GET: handle(routes.roomDepot, ({ params, query, person }) => listRoomDepot({ roomId: params.id, ...query }, person)),
})
