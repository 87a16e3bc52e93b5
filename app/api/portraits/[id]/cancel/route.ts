import { routes } from '@/lib/contracts/routes'
import { handle } from '@/server/http/route'
import { cancelPortrait } from '@/server/portraits/cancel-portrait'

export const POST = handle(routes.cancelPortrait, ({ person, params }) => cancelPortrait(params.id, person.id))
