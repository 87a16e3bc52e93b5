import { routes } from '@/lib/contracts/routes'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'
import { readPreview } from '@/server/portraits/read-preview'
import { pictureContentType } from '@/server/storage/photo-format'

const getHandler = handle(routes.previewPortrait, async ({ person, params, query }) => {
  const bytes = await readPreview(params.id, query, person.id)
  // The address names the step, so its owner's browser may keep it while it lives.
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': pictureContentType(bytes),
      'Cache-Control': 'private, max-age=60',
      Vary: 'Cookie',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'X-Content-Type-Options': 'nosniff',
    },
  })
})

export const { GET, POST, PUT, PATCH, DELETE } = serve({ GET: getHandler })
