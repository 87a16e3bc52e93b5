import { routes } from '@/lib/contracts/routes'
import { changeHouse } from '@/server/house/change-house'
import { readHouseSettings } from '@/server/house/read-house-settings'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'

export const { GET, POST, PUT, PATCH, DELETE } = serve({
  GET: handle(routes.readHouseSettings, ({ person }) => readHouseSettings(person)),
  PATCH: handle(routes.changeHouse, ({ body, person }) => changeHouse(body, person)),
})
