import { routes } from '@/lib/contracts/routes'
import { takeToken } from '@/server/admission/take-token'
import { readFollow } from '@/server/follows/read-follow'
import { setFollow } from '@/server/follows/set-follow'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  GET: handle(routes.readArtistFollow, ({ params, person }) => readFollow({ artistId: params.id }, person)),
  PUT: handle(routes.followArtist, async ({ params, person }) => {
    await takeToken('engagement', person.id)
    return setFollow({ artistId: params.id }, true, person)
  }),
  DELETE: handle(routes.unfollowArtist, async ({ params, person }) => {
    await takeToken('engagement', person.id)
    return setFollow({ artistId: params.id }, false, person)
  }),
})
