import { routes } from '@/lib/contracts/routes'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'
import { cancelPortrait } from '@/server/portraits/cancel-portrait'

const postHandler = handle(routes.cancelPortrait, ({ person, params }) => cancelPortrait(params.id, person.id))

export const { GET, POST, PUT, PATCH, DELETE } = serve({ POST: postHandler })
