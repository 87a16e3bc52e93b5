import { routes } from '@/lib/contracts/routes'
import { readMe } from '@/server/accounts/read-me'
import { signUp } from '@/server/accounts/sign-up'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'
import { setCookies } from '@/server/http/set-cookies'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  POST: handle(routes.signUp, async ({ body, headers, answer }) => {
    const signedIn = await signUp(body, headers)
    setCookies(answer, signedIn.setCookies)
    return readMe(signedIn.viewer)
  }),
})
