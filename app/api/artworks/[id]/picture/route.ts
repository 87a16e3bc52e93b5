import { routes } from '@/lib/contracts/routes'
import { restorePicture } from '@/server/artworks/restore-picture'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  POST: handle(routes.restorePicture, async ({ params, body, person }) => {
    await restorePicture({ artworkId: params.id, ...body }, person)
    return { ok: true }
  }),
})
