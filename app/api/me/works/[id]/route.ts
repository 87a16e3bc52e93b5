import { routes } from '@/lib/contracts/routes'
import { deleteOwnWork } from '@/server/artists/delete-own-work'
import { editOwnLabel } from '@/server/artists/edit-own-label'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  PATCH: handle(routes.editMyLabel, ({ params, body, person }) => editOwnLabel(params.id, body, person)),
  DELETE: handle(routes.deleteMyWork, async ({ params, person }) => {
    await deleteOwnWork(params.id, person)
    return { ok: true }
  }),
})
