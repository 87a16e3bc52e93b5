import { routes } from '@/lib/contracts/routes'
import { handle } from '@/server/http/route'
import { listStyles } from '@/server/styles/list-styles'

export const GET = handle(routes.listStyles, async () => ({ styles: await listStyles() }))
