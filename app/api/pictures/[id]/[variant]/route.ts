import { routes } from '@/lib/contracts/routes'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'
import { readPicture, type ServedPicture } from '@/server/storage/read-picture'

const extensions: Record<string, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/avif': 'avif',
}

/** A picture never changes under its id. A private one stays in its viewer's browser alone, for minutes, and under their cookie. */
const cacheHeaders = ({ isPublic }: ServedPicture): Record<string, string> =>
  isPublic
    ? { 'Cache-Control': 'public, max-age=2592000, immutable' }
    : {
        'Cache-Control': 'private, max-age=600',
        Vary: 'Cookie',
        'Cross-Origin-Resource-Policy': 'same-origin',
      }

const getHandler = handle(routes.readPicture, async ({ params, query, person }) => {
  const picture = await readPicture({ ...params, ...query }, person)
  const { body, mimeType } = picture
  if ('address' in body) return new Response(null, { status: 307, headers: { Location: body.address } })
  const disposition = params.variant === 'original' ? 'attachment' : 'inline'
  const headers = new Headers({
    ...cacheHeaders(picture),
    'Content-Type': mimeType,
    'Content-Disposition': `${disposition}; filename="vernissage-${params.id}.${extensions[mimeType] ?? 'bin'}"`,
    'X-Content-Type-Options': 'nosniff',
  })
  return new Response(new Uint8Array(body.bytes), { headers })
})

export const { GET, POST, PUT, PATCH, DELETE } = serve({ GET: getHandler })
