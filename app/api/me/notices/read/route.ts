import { routes } from '@/lib/contracts/routes'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'
import { markRead } from '@/server/notices/mark-read'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  POST: handle(routes.readNotices, async ({ person }) => {
    await markRead(person.id)
    return { ok: true }
  }),
})
