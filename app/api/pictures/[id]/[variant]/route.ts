import { routes } from '@/lib/contracts/routes'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'
import { readPicture } from '@/server/storage/read-picture'

const extensions: Record<string, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/avif': 'avif',
}

const getHandler = handle(routes.readPicture, async ({ params, person }) => {
  const { bytes, mimeType, isPublic } = await readPicture(params.id, params.variant, person)
  const headers = new Headers({
    'Content-Type': mimeType,
    // A picture never changes under its id; a private one stays out of every cache, so that deleted means gone.
    'Cache-Control': isPublic ? 'public, max-age=2592000, immutable' : 'private, no-store',
    'X-Content-Type-Options': 'nosniff',
  })
  if (params.variant === 'original') {
    headers.set(
      'Content-Disposition',
      `attachment; filename="vernissage-${params.id}.${extensions[mimeType] ?? 'bin'}"`,
    )
  }
  return new Response(new Uint8Array(bytes), { headers })
})

export const { GET, POST, PUT, PATCH, DELETE } = serve({ GET: getHandler })
