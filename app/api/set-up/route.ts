import { routes } from '@/lib/contracts/routes'
import { readMe } from '@/server/accounts/read-me'
import { setUpHouse } from '@/server/accounts/set-up-house'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'
import { setCookies } from '@/server/http/set-cookies'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  POST: handle(routes.setUpHouse, async ({ body, headers, answer }) => {
    const signedIn = await setUpHouse(body, headers)
    setCookies(answer, signedIn.setCookies)
    return readMe(signedIn.viewer)
  }),
})
