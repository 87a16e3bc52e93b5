import { routes } from '@/lib/contracts/routes'
import { deleteAccount } from '@/server/accounts/delete-account'
import { signOut } from '@/server/accounts/sign-out'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'
import { setCookies } from '@/server/http/set-cookies'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  DELETE: handle(routes.deleteAccount, async ({ body, person, headers, answer }) => {
    await deleteAccount(body.password, person)
    setCookies(answer, await signOut(null, headers))
    answer.set('Clear-Site-Data', '"cache"')
    return { ok: true }
  }),
})
