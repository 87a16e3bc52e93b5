import { routes } from '@/lib/contracts/routes'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'
import { readUpload } from '@/server/uploads/read-upload'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  GET: handle(routes.readUpload, ({ params, person }) => readUpload(params.id, person)),
})
