import { routes } from '@/lib/contracts/routes'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'
import { changeTour } from '@/server/tours/change-tour'
import { deleteTour } from '@/server/tours/delete-tour'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  PUT: handle(routes.changeTour, ({ params, body, person }) => changeTour(params.id, body, person)),
  DELETE: handle(routes.deleteTour, async ({ params, query, person }) => {
    await deleteTour(params.id, query.version, person)
    return { ok: true }
  }),
})
