import { routes } from '@/lib/contracts/routes'
import { signOutEverywhere } from '@/server/accounts/sign-out-everywhere'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'
import { setCookies } from '@/server/http/set-cookies'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  POST: handle(routes.signOutEverywhere, async ({ person, headers, answer }) => {
    setCookies(answer, await signOutEverywhere(person, headers))
    return { ok: true }
  }),
})
