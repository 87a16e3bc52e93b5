import { routes } from '@/lib/contracts/routes'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'
import { putPart } from '@/server/uploads/put-part'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  PUT: handle(routes.putUploadPart, ({ params, file, person }) => {
    return putPart({ uploadId: params.id, part: params.part, bytes: file?.bytes ?? new Uint8Array() }, person)
  }),
})
