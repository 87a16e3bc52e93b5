import { routes } from '@/lib/contracts/routes'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'
import { fail } from '@/server/platform/errors'
import { deletePortrait } from '@/server/portraits/delete-portrait'
import { seePortrait } from '@/server/portraits/see-portrait'

const getHandler = handle(routes.readPortrait, async ({ person, params }) => {
  return (await seePortrait(params.id, person.id)) ?? fail('not_found')
})

const deleteHandler = handle(routes.deletePortrait, async ({ person, params, answer }) => {
  await deletePortrait(params.id, person.id)
  // Gone from this browser's cache, too.
  answer.set('Clear-Site-Data', '"cache"')
  return { ok: true as const }
})

export const { GET, POST, PUT, PATCH, DELETE } = serve({ GET: getHandler, DELETE: deleteHandler })
