import { routes } from '@/lib/contracts/routes'
import { changeAnnouncement, deleteAnnouncement } from '@/server/house/set-announcement'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  PUT: handle(routes.changeAnnouncement, ({ params, body, person }) => changeAnnouncement(params.id, body, person)),
  DELETE: handle(routes.deleteAnnouncement, async ({ params, person }) => {
    await deleteAnnouncement(params.id, person)
    return { ok: true }
  }),
})
