import { routes } from '@/lib/contracts/routes'
import { listFavourites } from '@/server/engagement/list-favourites'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  GET: handle(routes.myFavourites, ({ person, query }) => listFavourites(person.id, query.cursor)),
})
