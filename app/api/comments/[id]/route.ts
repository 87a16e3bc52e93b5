import { routes } from '@/lib/contracts/routes'
import { deleteComment } from '@/server/comments/add-comment'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  DELETE: handle(routes.deleteComment, async ({ params, person }) => {
    await deleteComment(params.id, person)
    return { ok: true }
  }),
})
