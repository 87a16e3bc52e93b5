import type { IncomingMessage, ServerResponse } from 'node:http'
import { context, propagation, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import { beginRequest, endRequest } from '@/server/metrics/http-metrics'
import { inRequest, type RequestContext } from '@/server/platform/request-context'
import { tracer } from '@/server/tracing/in-span'

interface Observed {
  request: IncomingMessage
  response: ServerResponse
  about: RequestContext
  /** The route of a path that no route of the interface has taken. */
  routeOf: (path: string) => string
}

/** What nginx calls a request whose caller went away before the answer. */
const CALLER_LEFT = 499

/** Answers by `work`, which finds the request's context wherever it is; counts and times the answer, and makes it a trace of its own or a part of the caller's. */
export function observeRequest<T>({ request, response, about, routeOf }: Observed, work: () => T): T {
  const beganAt = performance.now()
  const { method = '' } = request
  const [path = ''] = (request.url ?? '').split('?')
  const carried = propagation.extract(ROOT_CONTEXT, request.headers)
  const attributes = { 'http.request.method': method, 'url.path': path, 'vernissage.request_id': about.requestId }
  const span = tracer().startSpan(method, { kind: SpanKind.SERVER, attributes }, carried)
  beginRequest()
  response.once('close', () => {
    const route = about.route ?? routeOf(path)
    const status = response.writableFinished ? response.statusCode : CALLER_LEFT
    endRequest({ method, route, status, seconds: (performance.now() - beganAt) / 1000 })
    span.updateName(`${method} ${route}`)
    span.setAttributes({ 'http.route': route, 'http.response.status_code': status })
    if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR })
    span.end()
  })
  return context.with(trace.setSpan(carried, span), () => inRequest(about, work))
}
