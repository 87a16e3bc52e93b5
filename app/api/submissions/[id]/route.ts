import { routes } from '@/lib/contracts/routes'
import { withdrawSubmission } from '@/server/exhibitions/withdraw-submission'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  DELETE: handle(routes.withdrawSubmission, async ({ params, person }) => {
    await withdrawSubmission(params.id, person)
    return { ok: true }
  }),
})
