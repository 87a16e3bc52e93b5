import { routes } from '@/lib/contracts/routes'
import { changeRoom } from '@/server/desk/change-room'
import { readDeskRoom } from '@/server/desk/read-room'
import { removeRoom } from '@/server/desk/remove-room'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  GET: handle(routes.deskRoom, ({ params, person }) => readDeskRoom(params.id, person)),
  PATCH: handle(routes.changeRoom, ({ params, body, person }) => changeRoom({ ...params, ...body }, person)),
  DELETE: handle(routes.removeRoom, ({ params, query, person }) => removeRoom({ ...params, ...query }, person)),
})
