import { routes } from '@/lib/contracts/routes'
import { handle } from '@/server/http/route'
import { retryPortrait } from '@/server/portraits/retry-portrait'

export const POST = handle(routes.retryPortrait, ({ person, params }) => retryPortrait(params.id, person.id))
