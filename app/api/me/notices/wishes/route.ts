import { routes } from '@/lib/contracts/routes'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'
import { setNoticeWishes } from '@/server/notices/wishes'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  PUT: handle(routes.setNoticeWishes, ({ body, person }) => setNoticeWishes(body, person)),
})
