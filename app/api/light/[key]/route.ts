import { routes } from '@/lib/contracts/routes'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'
import { readLight } from '@/server/light/read-light'

const headers = {
  'Cache-Control': 'public, max-age=31536000, immutable',
  'Content-Type': 'application/octet-stream',
  'Content-Encoding': 'gzip',
  'X-Content-Type-Options': 'nosniff',
}

const getHandler = handle(
  routes.readLight,
  async ({ params }) => new Response(await readLight(params.key), { headers }),
)

export const { GET, POST, PUT, PATCH, DELETE } = serve({ GET: getHandler })
