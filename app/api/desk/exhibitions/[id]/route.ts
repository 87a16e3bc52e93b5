import { routes } from '@/lib/contracts/routes'
import { changeExhibition } from '@/server/desk/change-exhibition'
import { discardExhibition } from '@/server/desk/discard-exhibition'
import { readDeskExhibition } from '@/server/desk/read-exhibition'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  GET: handle(routes.deskExhibition, ({ params, person }) => readDeskExhibition(params.id, person)),
  PATCH: handle(routes.changeExhibition, ({ params, body, person }) =>
    changeExhibition({ ...params, ...body }, person),
  ),
  DELETE: handle(routes.discardExhibition, ({ params, person }) => discardExhibition(params.id, person)),
})
