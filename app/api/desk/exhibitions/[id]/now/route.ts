import { routes } from '@/lib/contracts/routes'
import { readVisitorsNow } from '@/server/figures/read-exhibition-figures'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  GET: handle(routes.visitorsNow, async ({ params, person }) => ({ now: await readVisitorsNow(params.id, person) })),
})
