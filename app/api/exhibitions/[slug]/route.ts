import { routes } from '@/lib/contracts/routes'
import { readExhibition } from '@/server/exhibitions/read-exhibition'
import { handle } from '@/server/http/route'
import { sayIfStale } from '@/server/http/say-if-stale'
import { serve } from '@/server/http/serve'
import { fail } from '@/server/platform/errors'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  GET: handle(routes.readExhibition, async ({ params, person, answer }) => {
    return (await sayIfStale(answer, () => readExhibition(params.slug, person))) ?? fail('not_found')
  }),
})
