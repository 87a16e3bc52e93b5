import type { HttpMethod } from '@/lib/contracts/define-route'
import { HouseError } from '@/server/platform/errors'
import { logger } from '@/server/platform/logger'
import { currentRequest, requestIdFrom } from '@/server/platform/request-context'
import { errorResponse } from './error-response'
import { requestLocale } from './request-locale'
import type { RouteHandler } from './route'

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const satisfies HttpMethod[]

/**
 * All of a route file's exports: `export const { GET, POST, PUT, PATCH, DELETE } = serve({ GET: handle(...) })`. The methods
 * that are not served answer 405 as an error of the house; Next alone would answer without a body.
 */
export function serve(handlers: Partial<Record<HttpMethod, RouteHandler>>): Record<HttpMethod, RouteHandler> {
  const allow = methods.filter((method) => handlers[method]).join(', ')
  const refuse: RouteHandler = async (request) => {
    const requestId = currentRequest()?.requestId ?? requestIdFrom(request.headers.get('x-request-id'))
    const locale = requestLocale(request.headers)
    const response = errorResponse(new HouseError('method_not_allowed'), {
      requestId,
      locale,
      log: logger,
      route: 'other',
    })
    response.headers.set('Allow', allow)
    response.headers.set('X-Request-Id', requestId)
    return response
  }
  return { GET: refuse, POST: refuse, PUT: refuse, PATCH: refuse, DELETE: refuse, ...handlers }
}
