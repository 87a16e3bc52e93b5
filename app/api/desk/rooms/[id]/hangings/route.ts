import { routes } from '@/lib/contracts/routes'
import { changeHangings } from '@/server/desk/change-hangings'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  PATCH: handle(routes.changeHangings, ({ params, body, person }) => {
    return changeHangings({ roomId: params.id, ...body }, person)
  }),
})
