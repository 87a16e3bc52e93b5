import { routes } from '@/lib/contracts/routes'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'
import { stopPortrait } from '@/server/portraits/stop-portrait'

const postHandler = handle(routes.stopPortrait, ({ person, params }) => stopPortrait(params.id, person.id))

export const { GET, POST, PUT, PATCH, DELETE } = serve({ POST: postHandler })
