import { routes } from '@/lib/contracts/routes'
import { readExhibitionFigures } from '@/server/figures/read-exhibition-figures'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  GET: handle(routes.exhibitionFigures, ({ params, query, person }) =>
    readExhibitionFigures(params.id, query.days, person),
  ),
})
