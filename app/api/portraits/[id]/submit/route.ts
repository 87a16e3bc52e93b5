import { routes } from '@/lib/contracts/routes'
import { handle } from '@/server/http/route'
import { submitPortrait } from '@/server/portraits/submit-portrait'

export const POST = handle(routes.submitPortrait, ({ person, params, body }) => submitPortrait(params.id, person, body))
