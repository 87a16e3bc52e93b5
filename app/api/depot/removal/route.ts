import { routes } from '@/lib/contracts/routes'
import { removeWorks } from '@/server/depot/remove-works'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  POST: handle(routes.removeWorks, async ({ body, person }) => ({ removed: await removeWorks(body, person) })),
})
