import { routes } from '@/lib/contracts/routes'
import { takeToken } from '@/server/admission/take-token'
import { exportAccount } from '@/server/export/export-account'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  GET: handle(routes.exportAccount, async ({ person }) => {
    await takeToken('exports', person.id)
    const headers = {
      'Content-Type': 'application/zip',
      'Content-Disposition': 'attachment; filename="vernissage.zip"',
      'Cache-Control': 'no-store',
    }
    return new Response(await exportAccount(person), { headers })
  }),
})
