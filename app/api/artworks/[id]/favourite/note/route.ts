import { routes } from '@/lib/contracts/routes'
import { takeToken } from '@/server/admission/take-token'
import { noteFavourite } from '@/server/engagement/note-favourite'
import { readFavouriteNote } from '@/server/engagement/read-favourite-note'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  GET: handle(routes.readFavouriteNote, ({ params, person }) =>
    readFavouriteNote({ personId: person.id, artworkId: params.id }),
  ),
  PUT: handle(routes.noteFavourite, async ({ params, body, person }) => {
    await takeToken('engagement', person.id)
    return noteFavourite({ personId: person.id, artworkId: params.id, note: body.note })
  }),
})
