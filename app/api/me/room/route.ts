import { routes } from '@/lib/contracts/routes'
import { openOwnRoom } from '@/server/exhibitions/open-own-room'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  PUT: handle(routes.openMyRoom, ({ person }) => openOwnRoom(person)),
})
