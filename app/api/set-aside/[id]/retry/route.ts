import { routes } from '@/lib/contracts/routes'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'
import { retrySetAside } from '@/server/portraits/retry-set-aside'

const postHandler = handle(routes.retrySetAside, ({ params, person }) => retrySetAside(params.id, person))

export const { GET, POST, PUT, PATCH, DELETE } = serve({ POST: postHandler })
