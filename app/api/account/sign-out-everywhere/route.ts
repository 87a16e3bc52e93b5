import { routes } from '@/lib/contracts/routes'
import { signOutEverywhere } from '@/server/accounts/sign-out-everywhere'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'
import { setCookies } from '@/server/http/set-cookies'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  POST: handle(routes.signOutEverywhere, async ({ person, headers, answer }) => {
    setCookies(answer, await signOutEverywhere(person, headers))
    // Whoever uses this browser next finds no private picture in its cache.
    answer.set('Clear-Site-Data', '"cache"')
    return { ok: true }
  }),
})
