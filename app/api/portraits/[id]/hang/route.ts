import { routes } from '@/lib/contracts/routes'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'
import { hangPortrait } from '@/server/portraits/hang-portrait'

const postHandler = handle(routes.hangPortrait, ({ person, params, body }) => hangPortrait(params.id, person, body))

export const { GET, POST, PUT, PATCH, DELETE } = serve({ POST: postHandler })
