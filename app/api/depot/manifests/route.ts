import { routes } from '@/lib/contracts/routes'
import { takeToken } from '@/server/admission/take-token'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'
import { previewManifest } from '@/server/import/preview-manifest'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  POST: handle(routes.previewManifest, async ({ body, person }) => {
    await takeToken('imports', person.id)
    return previewManifest(body.url, person)
  }),
})
