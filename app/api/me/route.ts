import { routes } from '@/lib/contracts/routes'
import { readMe } from '@/server/accounts/read-me'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  GET: handle(routes.me, ({ person }) => readMe(person)),
})
