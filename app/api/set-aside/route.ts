import { routes } from '@/lib/contracts/routes'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'
import { listSetAside } from '@/server/portraits/list-set-aside'

const getHandler = handle(routes.listSetAside, ({ person, query }) => listSetAside(person, query.cursor))

export const { GET, POST, PUT, PATCH, DELETE } = serve({ GET: getHandler })
