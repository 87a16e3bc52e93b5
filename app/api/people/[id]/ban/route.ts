import { routes } from '@/lib/contracts/routes'
import { setBan } from '@/server/accounts/set-ban'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  PUT: handle(routes.ban, async ({ params, person }) => {
    await setBan({ personId: params.id, isBanned: true }, person)
    return { ok: true }
  }),
  DELETE: handle(routes.liftBan, async ({ params, person }) => {
    await setBan({ personId: params.id, isBanned: false }, person)
    return { ok: true }
  }),
})
