import { routes } from '@/lib/contracts/routes'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'
import { setQuota } from '@/server/people/set-quota'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  PUT: handle(routes.setQuota, ({ params, body, person }) => setQuota({ personId: params.id, ...body }, person)),
})
