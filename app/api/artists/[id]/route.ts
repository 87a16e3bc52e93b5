import { routes } from '@/lib/contracts/routes'
import { readArtistPage } from '@/server/artists/read-artist-page'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'
import { fail } from '@/server/platform/errors'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  GET: handle(routes.readArtist, async ({ params, query, person }) => {
    return (await readArtistPage(params.id, person, query)) ?? fail('not_found')
  }),
})
