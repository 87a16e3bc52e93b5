import { routes } from '@/lib/contracts/routes'
import { takeToken } from '@/server/admission/take-token'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'
import { importCanvas } from '@/server/import/import-canvas'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  POST: handle(routes.importCanvas, async ({ body, person }) => {
    await takeToken('imports', person.id)
    return importCanvas(body, person)
  }),
})
