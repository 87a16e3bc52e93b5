import { routes } from '@/lib/contracts/routes'
import { readPageSettings, setPage } from '@/server/artists/set-page'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  GET: handle(routes.readMyPage, ({ person }) => readPageSettings(person)),
  PUT: handle(routes.setMyPage, ({ body, person }) => setPage(body, person)),
})
