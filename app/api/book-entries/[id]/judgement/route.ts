import { routes } from '@/lib/contracts/routes'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'
import { judgeEntry } from '@/server/visitors-book/judge-entry'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  PUT: handle(routes.judgeBookEntry, async ({ params, body, person }) => {
    await judgeEntry(params.id, body.isHidden, person)
    return { ok: true }
  }),
})
