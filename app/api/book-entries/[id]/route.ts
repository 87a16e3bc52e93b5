import { routes } from '@/lib/contracts/routes'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'
import { removeEntry } from '@/server/visitors-book/remove-entry'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  DELETE: handle(routes.removeBookEntry, async ({ params, person }) => {
    await removeEntry(params.id, person)
    return { ok: true }
  }),
})
