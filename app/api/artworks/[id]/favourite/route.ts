import { routes } from '@/lib/contracts/routes'
import { takeToken } from '@/server/admission/take-token'
import { setFavourite } from '@/server/engagement/set-favourite'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  PUT: handle(routes.keep, async ({ params, person }) => {
    await takeToken('engagement', person.id)
    return setFavourite({ personId: person.id, artworkId: params.id, kept: true })
  }),
  DELETE: handle(routes.unkeep, async ({ params, person }) => {
    await takeToken('engagement', person.id)
    return setFavourite({ personId: person.id, artworkId: params.id, kept: false })
  }),
})
