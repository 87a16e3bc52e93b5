import { routes } from '@/lib/contracts/routes'
import { clientAddress } from '@/server/accounts/client-address'
import { takeToken } from '@/server/admission/take-token'
import { addComment } from '@/server/comments/add-comment'
import { listComments } from '@/server/comments/list-comments'
import { setCommentsOpen } from '@/server/comments/set-comments-open'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  GET: handle(routes.listComments, ({ params, query }) => listComments(params.id, query.cursor)),
  POST: handle(routes.addComment, async ({ params, body, person, headers }) => {
    await takeToken('words', clientAddress(headers))
    await takeToken('words', person.id)
    return addComment({ artworkId: params.id, text: body.text }, person)
  }),
  PUT: handle(routes.setCommentsOpen, async ({ params, body, person }) => {
    await setCommentsOpen(params.id, body.isOpen, person)
    return { ok: true }
  }),
})
