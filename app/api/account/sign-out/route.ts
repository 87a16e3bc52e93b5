import { routes } from '@/lib/contracts/routes'
import { signOut } from '@/server/accounts/sign-out'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'
import { setCookies } from '@/server/http/set-cookies'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  POST: handle(routes.signOut, async ({ person, headers, answer }) => {
    setCookies(answer, await signOut(person, headers))
    // Whoever uses this browser next finds no private picture in its cache.
    answer.set('Clear-Site-Data', '"cache"')
    return { ok: true }
  }),
})
