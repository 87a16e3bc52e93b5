import { routes } from '@/lib/contracts/routes'
import { readAdmissionView } from '@/server/admission/read-admission-view'
import { handle } from '@/server/http/route'
import { serve } from '@/server/http/serve'

const getHandler = handle(routes.readAdmission, () => readAdmissionView())

export const { GET, POST, PUT, PATCH, DELETE } = serve({ GET: getHandler })
