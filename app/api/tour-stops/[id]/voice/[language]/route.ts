import { routes } from '@/lib/contracts/routes'
import { answerRanged } from '@/server/http/answer-ranged'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'
import { fail } from '@/server/platform/errors'
import { readVoice } from '@/server/tours/read-voice'
import { setVoice } from '@/server/tours/set-voice'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  GET: handle(routes.readVoice, async ({ params, query, person, request }) => {
    const asked = { stopId: params.id, language: params.language, version: query.v }
    const { bytes, mimeType, sha256 } = await readVoice(asked, person)
    const headers = {
      'Content-Type': mimeType,
      'Content-Disposition': 'inline; filename="voice"',
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, max-age=3600',
    }
    return answerRanged(request, { bytes, name: sha256, headers })
  }),
  PUT: handle(routes.setVoice, ({ params, file, person }) =>
    setVoice({ stopId: params.id, language: params.language, bytes: file?.bytes ?? fail('audio_missing') }, person),
  ),
  DELETE: handle(routes.removeVoice, ({ params, person }) =>
    setVoice({ stopId: params.id, language: params.language, bytes: null }, person),
  ),
})
