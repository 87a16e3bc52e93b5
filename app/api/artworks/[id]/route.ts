import { routes } from '@/lib/contracts/routes'
import { readArtwork } from '@/server/artworks/read-artwork'
import { handle } from '@/server/http/route'
import { sayIfStale } from '@/server/http/say-if-stale'
import { serve } from '@/server/http/serve'
import { fail } from '@/server/platform/errors'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  GET: handle(routes.readArtwork, async ({ params, person, answer }) => {
    return (await sayIfStale(answer, () => readArtwork(params.id, person))) ?? fail('not_found')
  }),
})
