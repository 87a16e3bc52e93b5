import { routes } from '@/lib/contracts/routes'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'
import { pictureContentType } from '@/server/storage/photo-format'
import { readSample } from '@/server/styles/read-sample'

const getHandler = handle(routes.readStyleSample, async ({ params }) => {
  const bytes = await readSample(params.id)
  // The address names the version.
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': pictureContentType(bytes),
      'Cache-Control': 'public, max-age=86400',
      'X-Content-Type-Options': 'nosniff',
    },
  })
})

export const { GET, POST, PUT, PATCH, DELETE } = serve({ GET: getHandler })
