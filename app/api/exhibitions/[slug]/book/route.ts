import { routes } from '@/lib/contracts/routes'
import { clientAddress } from '@/server/accounts/client-address'
import { takeToken } from '@/server/admission/take-token'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'
import { openBook } from '@/server/visitors-book/open-book'
import { readBook } from '@/server/visitors-book/read-book'
import { signBook } from '@/server/visitors-book/sign-book'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  GET: handle(routes.readBook, ({ params, query, person }) => readBook(params.slug, query.cursor, person)),
  POST: handle(routes.signBook, async ({ params, body, person, headers }) => {
    await takeToken('book', person.id)
    await takeToken('book-address', clientAddress(headers))
    return signBook(params.slug, body, person)
  }),
  PUT: handle(routes.openBook, async ({ params, body, person }) => {
    await openBook(params.slug, body.isOpen, person)
    return { ok: true }
  }),
})
