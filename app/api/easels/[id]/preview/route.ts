import { routes } from '@/lib/contracts/routes'
import { readEaselPreview } from '@/server/easels/read-easel-preview'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'
import { pictureContentType } from '@/server/storage/photo-format'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  GET: handle(routes.readEaselPreview, async ({ params }) => {
    const bytes = await readEaselPreview(params.id)
    // Kept nowhere: its artist may take it back at any moment.
    const headers = {
      'Content-Type': pictureContentType(bytes),
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    }
    return new Response(new Uint8Array(bytes), { headers })
  }),
})
