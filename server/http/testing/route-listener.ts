import { answerByRoute } from '../answer-by-route'
import type { RouteHandler } from '../route'
import type { RequestListener } from '../web-server'

/** `routes` by method and path; of `params` those that stand in the address. */
export function routeListener(
  routes: Record<string, RouteHandler>,
  params: Record<string, string> = {},
): RequestListener {
  return async (request, response) => {
    const { method, url = '' } = request
    const handler = routes[`${method} ${url.split('?')[0]}`]
    if (!handler) {
      response.writeHead(404).end()
      return
    }
    const own = Object.fromEntries(Object.entries(params).filter(([, value]) => url.includes(value)))
    await answerByRoute(handler, own, request, response)
  }
}
