import { routes } from '@/lib/contracts/routes'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'
import { forNowHeaders, pictureCacheHeaders } from '@/server/storage/picture-cache-headers'
import { readPicture } from '@/server/storage/read-picture'

const extensions: Record<string, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/avif': 'avif',
}

const getHandler = handle(routes.readPicture, async ({ params, query, person }) => {
  const picture = await readPicture({ ...params, ...query }, person)
  const { body, mimeType } = picture
  if ('address' in body) return new Response(null, { status: 307, headers: { Location: body.address } })
  const disposition = params.variant === 'original' ? 'attachment' : 'inline'
  const headers = new Headers({
    ...(picture.isForNow && picture.isPublic ? forNowHeaders : pictureCacheHeaders(picture.isPublic)),
    'Content-Type': mimeType,
    'Content-Disposition': `${disposition}; filename="vernissage-${params.id}.${extensions[mimeType] ?? 'bin'}"`,
    'X-Content-Type-Options': 'nosniff',
  })
  return new Response(new Uint8Array(body.bytes), { headers })
})

export const { GET, POST, PUT, PATCH, DELETE } = serve({ GET: getHandler })
