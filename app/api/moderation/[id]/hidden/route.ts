import { routes } from '@/lib/contracts/routes'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'
import { setHidden } from '@/server/moderation/set-hidden'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  PUT: handle(routes.hideSubject, ({ params, person }) => setHidden({ caseId: params.id, isHidden: true }, person)),
  DELETE: handle(routes.showSubject, ({ params, person }) => setHidden({ caseId: params.id, isHidden: false }, person)),
})
