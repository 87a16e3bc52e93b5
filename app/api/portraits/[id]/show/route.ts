import { routes } from '@/lib/contracts/routes'
import { isPortraitShown, showPortrait } from '@/server/easels/show-portrait'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  GET: handle(routes.isPortraitShown, ({ params, person }) => isPortraitShown(params.id, person.id)),
  PUT: handle(routes.showPortrait, ({ params, person }) =>
    showPortrait({ orderId: params.id, personId: person.id, isShown: true }),
  ),
  DELETE: handle(routes.hidePortrait, ({ params, person }) =>
    showPortrait({ orderId: params.id, personId: person.id, isShown: false }),
  ),
})
