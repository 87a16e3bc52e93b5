import { routes } from '@/lib/contracts/routes'
import { listOpenExhibitions } from '@/server/exhibitions/list-open-exhibitions'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  GET: handle(routes.listExhibitions, async () => ({ exhibitions: await listOpenExhibitions() })),
})
