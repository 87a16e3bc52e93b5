import { routes } from '@/lib/contracts/routes'
import { figuresCsv } from '@/server/figures/figures-csv'
import { readExhibitionFigures } from '@/server/figures/read-exhibition-figures'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  GET: handle(routes.exhibitionFiguresTable, async ({ params, query, person }) => {
    const figures = await readExhibitionFigures(params.id, query.days, person)
    return figuresCsv(figures, params.table, figures.slug)
  }),
})
