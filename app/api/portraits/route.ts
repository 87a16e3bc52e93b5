import { queueTokenHeader } from '@/lib/contracts/admission'
import { idempotencyKeySchema } from '@/lib/contracts/portraits'
import { routes } from '@/lib/contracts/routes'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'
import { fail } from '@/server/platform/errors'
import { listPortraits } from '@/server/portraits/list-portraits'
import { orderPortrait } from '@/server/portraits/order-portrait'

const postHandler = handle(routes.orderPortrait, ({ person, isNewcomer, body, file, headers }) => {
  const key = idempotencyKeySchema.safeParse(headers.get('Idempotency-Key'))
  if (!key.success) fail('invalid_request', { fields: { 'Idempotency-Key': '8 to 100 letters, digits, - or _' } })
  const photo = file?.bytes ?? body.photoId
  if (photo === undefined) fail('photo_missing', { fields: { photo: 'missing' } })
  if (file && body.photoId !== undefined) fail('invalid_request', { fields: { photoId: 'beside a file' } })
  return orderPortrait({
    viewer: person,
    isNewcomer,
    key: key.data,
    form: body,
    photo,
    queueToken: headers.get(queueTokenHeader),
  })
})

const getHandler = handle(routes.myPortraits, ({ person, query }) => listPortraits(person.id, query.cursor))

export const { GET, POST, PUT, PATCH, DELETE } = serve({ POST: postHandler, GET: getHandler })
