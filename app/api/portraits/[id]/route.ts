import { routes } from '@/lib/contracts/routes'
import { handle } from '@/server/http/route'
import { fail } from '@/server/platform/errors'
import { deletePortrait } from '@/server/portraits/delete-portrait'
import { readPortrait } from '@/server/portraits/read-portrait'

export const GET = handle(routes.readPortrait, async ({ person, params }) => {
  return (await readPortrait(params.id, person.id)) ?? fail('not_found')
})

export const DELETE = handle(routes.deletePortrait, async ({ person, params }) => {
  await deletePortrait(params.id, person.id)
  return { ok: true as const }
})
