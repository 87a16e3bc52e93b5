import { routes } from '@/lib/contracts/routes'
import { listEasels } from '@/server/easels/list-easels'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  GET: handle(routes.listEasels, async () => ({ easels: await listEasels() })),
})
