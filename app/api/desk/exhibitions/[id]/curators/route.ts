import { routes } from '@/lib/contracts/routes'
import { setCurator } from '@/server/desk/set-curator'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  PUT: handle(routes.setCurator, ({ params, body, person }) => setCurator({ ...params, ...body }, person)),
})
