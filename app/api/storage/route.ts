import { routes } from '@/lib/contracts/routes'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'
import { readStorage } from '@/server/storage/read-storage'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  GET: handle(routes.readStorage, ({ person }) => readStorage(person)),
})
