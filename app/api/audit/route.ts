import { routes } from '@/lib/contracts/routes'
import { listAudit } from '@/server/audit/list-audit'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  GET: handle(routes.listAudit, ({ query, person }) => listAudit(query, person)),
})
