import { routes } from '@/lib/contracts/routes'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'
import { beginUpload } from '@/server/uploads/begin-upload'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  POST: handle(routes.beginUpload, ({ body, person }) => beginUpload(body, person)),
})
