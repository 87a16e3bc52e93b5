import { routes } from '@/lib/contracts/routes'
import { takeToken } from '@/server/admission/take-token'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'
import { reportEntry } from '@/server/visitors-book/report-entry'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  PUT: handle(routes.reportBookEntry, async ({ params, person }) => {
    await takeToken('book-reports', person.id)
    await reportEntry(params.id, person)
    return { ok: true }
  }),
})
