import { routes } from '@/lib/contracts/routes'
import { setExhibitionStatus } from '@/server/desk/set-status'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  POST: handle(routes.setExhibitionStatus, ({ params, body, person }) => {
    return setExhibitionStatus({ ...params, ...body }, person)
  }),
})
