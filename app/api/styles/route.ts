import { routes } from '@/lib/contracts/routes'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'
import { listStyles } from '@/server/styles/list-styles'

const getHandler = handle(routes.listStyles, async () => ({ styles: await listStyles() }))

export const { GET, POST, PUT, PATCH, DELETE } = serve({ GET: getHandler })
