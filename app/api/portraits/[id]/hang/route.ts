import { routes } from '@/lib/contracts/routes'
import { handle } from '@/server/http/route'
import { hangPortrait } from '@/server/portraits/hang-portrait'

export const POST = handle(routes.hangPortrait, ({ person, params, body }) => hangPortrait(params.id, person, body))
