import { routes } from '@/lib/contracts/routes'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'
import { readDeviceManner } from '@/server/styles/read-device-manner'

const getHandler = handle(routes.readDeviceManner, ({ params, person }) => readDeviceManner(params.id, person))

export const { GET, POST, PUT, PATCH, DELETE } = serve({ GET: getHandler })
