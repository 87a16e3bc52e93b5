import { routes } from '@/lib/contracts/routes'
import { decideSubmission } from '@/server/exhibitions/decide-submission'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  POST: handle(routes.decideSubmission, ({ params, body, person }) => {
    return decideSubmission({ submissionId: params.id, ...body }, person)
  }),
})
