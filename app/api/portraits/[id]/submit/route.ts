import { routes } from '@/lib/contracts/routes'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'
import { submitPortrait } from '@/server/portraits/submit-portrait'

const postHandler = handle(routes.submitPortrait, ({ person, params, body }) => submitPortrait(params.id, person, body))

export const { GET, POST, PUT, PATCH, DELETE } = serve({ POST: postHandler })
