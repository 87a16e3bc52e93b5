import { routes } from '@/lib/contracts/routes'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'
import { decideCase } from '@/server/moderation/decide-case'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  POST: handle(routes.decideCase, ({ params, body, person }) => decideCase({ caseId: params.id, ...body }, person)),
})
