import { routes } from '@/lib/contracts/routes'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'
import { finishUpload } from '@/server/uploads/finish-upload'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  POST: handle(routes.finishUpload, ({ params, body, person }) => finishUpload(params.id, body, person)),
})
