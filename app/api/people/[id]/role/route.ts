import { routes } from '@/lib/contracts/routes'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'
import { setRole } from '@/server/people/set-role'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  PUT: handle(routes.setRole, ({ params, body, person }) => setRole({ personId: params.id, ...body }, person)),
})
