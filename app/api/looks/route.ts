import { routes } from '@/lib/contracts/routes'
import { clientAddress } from '@/server/accounts/client-address'
import { takeToken } from '@/server/admission/take-token'
import { isUncounted } from '@/server/figures/is-uncounted'
import { recordLooks } from '@/server/figures/record-looks'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  POST: handle(routes.reportLooks, async ({ body, headers }) => {
    await takeToken('looks-address', clientAddress(headers))
    if (!isUncounted(headers)) await recordLooks(body)
    return { ok: true }
  }),
})
