import { routes } from '@/lib/contracts/routes'
import { addRoom } from '@/server/desk/add-room'
import { orderRooms } from '@/server/desk/order-rooms'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  POST: handle(routes.addRoom, ({ params, body, person }) => addRoom({ ...params, ...body }, person)),
  PUT: handle(routes.orderRooms, ({ params, body, person }) => orderRooms({ ...params, ...body }, person)),
})
