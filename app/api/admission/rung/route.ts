import { routes } from '@/lib/contracts/routes'
import { forceRung } from '@/server/admission/force-rung'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'

const putHandler = handle(routes.forceRung, ({ body, person }) => forceRung(body.rung, person))

export const { GET, POST, PUT, PATCH, DELETE } = serve({ PUT: putHandler })
