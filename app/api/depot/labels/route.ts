import { routes } from '@/lib/contracts/routes'
import { exportLabels } from '@/server/depot/export-labels'
import { importLabels } from '@/server/depot/import-labels'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  GET: handle(routes.exportLabels, async ({ query, person }) => {
    const headers = {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="labels.csv"',
      'Cache-Control': 'no-store',
    }
    return new Response(await exportLabels(query, person), { headers })
  }),
  POST: handle(routes.importLabels, ({ body, person }) => importLabels(body, person)),
})
