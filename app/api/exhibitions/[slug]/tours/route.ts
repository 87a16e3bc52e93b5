import { routes } from '@/lib/contracts/routes'
import { handle } from '@/server/http/route'
import { sayIfStale } from '@/server/http/say-if-stale'
import { serve } from '@/server/http/serve'
import { createTour } from '@/server/tours/create-tour'
import { listTours } from '@/server/tours/list-tours'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  GET: handle(routes.listTours, async ({ params, person, answer }) => ({
    tours: await sayIfStale(answer, () => listTours(params.slug, person)),
  })),
  POST: handle(routes.createTour, ({ params, body, person }) => createTour(params.slug, body, person)),
})
