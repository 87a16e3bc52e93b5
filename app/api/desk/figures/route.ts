import { routes } from '@/lib/contracts/routes'
import { readHouseFigures } from '@/server/figures/read-house-figures'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  GET: handle(routes.houseFigures, ({ query, person }) => readHouseFigures(query.days, person)),
})
