import { routes } from '@/lib/contracts/routes'
import { readMarks } from '@/server/engagement/read-marks'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  GET: handle(routes.myMarks, ({ person, query }) => readMarks(person?.id ?? null, query.artworks)),
})
