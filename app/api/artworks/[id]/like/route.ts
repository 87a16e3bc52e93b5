import { routes } from '@/lib/contracts/routes'
import { takeToken } from '@/server/admission/take-token'
import { setLike } from '@/server/engagement/set-like'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  PUT: handle(routes.like, async ({ params, person }) => {
    await takeToken('engagement', person.id)
    return setLike({ personId: person.id, artworkId: params.id, liked: true })
  }),
  DELETE: handle(routes.unlike, async ({ params, person }) => {
    await takeToken('engagement', person.id)
    return setLike({ personId: person.id, artworkId: params.id, liked: false })
  }),
})
