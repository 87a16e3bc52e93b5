import { routes } from '@/lib/contracts/routes'
import { openApiDocument } from '@/server/http/openapi/document'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'

// Made once: the contracts do not change while the process runs.
const text = JSON.stringify(openApiDocument(routes))

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  GET: handle(routes.openapi, () => new Response(text, { headers: { 'Content-Type': 'application/json' } })),
})
