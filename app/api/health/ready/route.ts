import { routes } from '@/lib/contracts/routes'
import { readHealth } from '@/server/health/read-health'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  GET: handle(routes.ready, async () => {
    const health = await readHealth()
    return Response.json(health, { status: health.status === 'ready' ? 200 : 503 })
  }),
})
