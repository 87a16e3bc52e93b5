import { routes } from '@/lib/contracts/routes'
import { setShown } from '@/server/artists/set-shown'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  PUT: handle(routes.showMyWork, ({ params, person }) => setShown(params.id, true, person)),
  DELETE: handle(routes.takeMyWorkBack, ({ params, person }) => setShown(params.id, false, person)),
})
