import { routes } from '@/lib/contracts/routes'
import { removeCurator } from '@/server/desk/remove-curator'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  DELETE: handle(routes.removeCurator, ({ params, person }) => removeCurator(params, person)),
})
