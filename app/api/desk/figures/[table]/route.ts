import { routes } from '@/lib/contracts/routes'
import { figuresCsv } from '@/server/figures/figures-csv'
import { readHouseFigures } from '@/server/figures/read-house-figures'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  GET: handle(routes.houseFiguresTable, async ({ params, query, person }) =>
    figuresCsv(await readHouseFigures(query.days, person), params.table, 'house'),
  ),
})
