import { routes } from '@/lib/contracts/routes'
import { setCall } from '@/server/exhibitions/set-call'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  PUT: handle(routes.setCall, ({ params, body, person }) => setCall(params.slug, body, person)),
})
