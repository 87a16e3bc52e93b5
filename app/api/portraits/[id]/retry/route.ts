import { routes } from '@/lib/contracts/routes'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'
import { retryPortrait } from '@/server/portraits/retry-portrait'

const postHandler = handle(routes.retryPortrait, ({ person, params }) => retryPortrait(params.id, person))

export const { GET, POST, PUT, PATCH, DELETE } = serve({ POST: postHandler })
