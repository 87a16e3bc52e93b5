import { queueTokenHeader } from '@/lib/contracts/admission'
import { idempotencyKeySchema, type PortraitOrderForm } from '@/lib/contracts/portraits'
import { routes } from '@/lib/contracts/routes'
import { clientAddress } from '@/server/accounts/client-address'
import { type Call, handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'
import { fail } from '@/server/platform/errors'
import { listPortraits } from '@/server/portraits/list-portraits'
import { orderPortrait } from '@/server/portraits/order-portrait'
import { passClosedDoor } from '@/server/portraits/pass-closed-door'
import { turnAway } from '@/server/portraits/turn-away'

type OrderCall = Pick<Call<unknown, unknown, PortraitOrderForm, 'guest'>, 'body' | 'file' | 'headers'>
type Order = Omit<Parameters<typeof orderPortrait>[0], 'viewer'>

function orderOf({ body, file, headers }: OrderCall): Order {
  const key = idempotencyKeySchema.safeParse(headers.get('Idempotency-Key'))
  if (!key.success) fail('invalid_request', { fields: { 'Idempotency-Key': '8 to 100 letters, digits, - or _' } })
  const photo = file?.bytes ?? body.photoId
  if (photo === undefined) fail('photo_missing', { fields: { photo: 'missing' } })
  if (file && body.photoId !== undefined) fail('invalid_request', { fields: { photoId: 'beside a file' } })
  return {
    key: key.data,
    form: body,
    photo,
    queueToken: headers.get(queueTokenHeader),
    address: clientAddress(headers),
  }
}

const postHandler = handle(
  routes.orderPortrait,
  (call) => orderPortrait({ viewer: call.person, isNewcomer: call.isNewcomer, ...orderOf(call) }),
  {
    beforeBody: (caller, headers) =>
      passClosedDoor(caller, headers.get('Idempotency-Key'), headers.get(queueTokenHeader)),
    beforeGuest: (call) => turnAway({ viewer: null, ...orderOf(call) }),
  },
)

const getHandler = handle(routes.myPortraits, ({ person, query }) => listPortraits(person.id, query.cursor))

export const { GET, POST, PUT, PATCH, DELETE } = serve({ POST: postHandler, GET: getHandler })
