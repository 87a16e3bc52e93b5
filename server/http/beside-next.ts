import { answerByRoute, type FoundRoute } from './answer-by-route'
import type { RequestListener } from './web-server'

/** The route of a path, without its query; null where there is none. */
export type FindRoute = (path: string) => FoundRoute | null

const INTERFACE = '/api/'

/**
 * Answers the interface's addresses by their routes themselves, and leaves all else to `next`: pages, and what no route serves. On its way
 * through Next a request costs more than most of our answers do (docs/decisions/0091).
 */
export function besideNext(find: FindRoute, next: RequestListener): RequestListener {
  return (request, response) => {
    const { url = '', method = 'GET' } = request
    if (!url.startsWith(INTERFACE)) return next(request, response)
    const found = find(url.split('?', 1)[0] ?? '')
    const handler = found?.handlers[method === 'HEAD' ? 'GET' : method]
    if (!found || !handler) return next(request, response)
    return answerByRoute(handler, found.params, request, response)
  }
}
