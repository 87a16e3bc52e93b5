import { routes } from '@/lib/contracts/routes'
import { listAnnouncements } from '@/server/house/announcements'
import { addAnnouncement } from '@/server/house/set-announcement'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  GET: handle(routes.listAnnouncements, ({ query, person }) => listAnnouncements(person, query.cursor)),
  POST: handle(routes.addAnnouncement, ({ body, person }) => addAnnouncement(body, person)),
})
