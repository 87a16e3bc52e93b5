import { routes } from '@/lib/contracts/routes'
import { clientAddress } from '@/server/accounts/client-address'
import { takeToken } from '@/server/admission/take-token'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'
import { reportSubject } from '@/server/moderation/report-subject'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  POST: handle(routes.report, async ({ body, person, headers }) => {
    await takeToken('words', clientAddress(headers))
    await reportSubject(body, person)
    return { ok: true }
  }),
})
