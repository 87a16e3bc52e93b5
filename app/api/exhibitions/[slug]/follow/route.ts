import { routes } from '@/lib/contracts/routes'
import { takeToken } from '@/server/admission/take-token'
import { readFollow } from '@/server/follows/read-follow'
import { setFollow } from '@/server/follows/set-follow'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  GET: handle(routes.readExhibitionFollow, ({ params, person }) => readFollow({ slug: params.slug }, person)),
  PUT: handle(routes.followExhibition, async ({ params, person }) => {
    await takeToken('engagement', person.id)
    return setFollow({ slug: params.slug }, true, person)
  }),
  DELETE: handle(routes.unfollowExhibition, async ({ params, person }) => {
    await takeToken('engagement', person.id)
    return setFollow({ slug: params.slug }, false, person)
  }),
})
