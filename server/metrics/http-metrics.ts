import type { ErrorCode } from '@/lib/contracts/errors'
import { version } from '@/server/platform/version'
import { counter, gauge, histogram } from './registry'

const requests = counter(
  'vernissage_http_requests_total',
  'Requests answered, or given up by the caller (status 499).',
  ['method', 'route', 'status', 'version'],
)
const durations = histogram(
  'vernissage_http_request_duration_seconds',
  'From the request’s headers to the end of the answer.',
  ['method', 'route', 'version'],
  [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
)
const inFlight = gauge('vernissage_http_requests_in_flight', 'Requests that are being answered now.', [])
const refusals = counter('vernissage_http_refusals_total', 'Refusals of the interface, by their code.', [
  'route',
  'code',
])

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/** Counts a request as under way. */
export function beginRequest(): void {
  inFlight.inc()
}

export interface EndedRequest {
  method: string | undefined
  /** One of a bounded set: never an address as it was sent. */
  route: string
  /** HTTP status; 499 where the caller went away before the answer. */
  status: number
  seconds: number
}

export function endRequest({ method = '', route, status, seconds }: EndedRequest): void {
  const labels = { method: methods.has(method) ? method : 'OTHER', route, version }
  inFlight.dec()
  requests.inc({ ...labels, status })
  durations.observe(labels, seconds)
}

export function countRefusal(route: string, code: ErrorCode): void {
  refusals.inc({ route, code })
}
