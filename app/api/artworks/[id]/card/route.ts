import { routes } from '@/lib/contracts/routes'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'
import { fail } from '@/server/platform/errors'
import { readShareCard } from '@/server/share/read-share-card'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  GET: handle(routes.readShareCard, async ({ params, query }) => {
    const card = (await readShareCard(params.id, query.lang)) ?? fail('not_found')
    const headers = { 'Content-Type': 'image/jpeg', 'Cache-Control': 'public, max-age=3600' }
    return new Response(new Uint8Array(card), { headers })
  }),
})
