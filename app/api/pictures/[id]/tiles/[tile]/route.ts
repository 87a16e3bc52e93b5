import { routes } from '@/lib/contracts/routes'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'
import { pictureCacheHeaders } from '@/server/storage/picture-cache-headers'
import { readTile } from '@/server/storage/read-tile'

const getHandler = handle(routes.readTile, async ({ params, query, person }) => {
  const { bytes, isPublic } = await readTile({ ...params, ...query }, person)
  const headers = {
    ...pictureCacheHeaders(isPublic),
    'Content-Type': 'image/webp',
    'X-Content-Type-Options': 'nosniff',
  }
  return new Response(new Uint8Array(bytes), { headers })
})

export const { GET, POST, PUT, PATCH, DELETE } = serve({ GET: getHandler })
