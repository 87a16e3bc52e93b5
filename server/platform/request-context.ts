import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import { shared } from './shared'

/** What is known of the request that is being answered, wherever in the code. */
export interface RequestContext {
  /** In its logs, in the header X-Request-Id, and in what people are told of a failure. */
  readonly requestId: string
  /** The contract's path, set by the route that took the request; null while none has. */
  route: string | null
  /** Whoever asks has written in the last five seconds, in whatever process: they read from the primary. */
  hasWritten?: boolean
}

const requests = shared('requests', () => new AsyncLocalStorage<RequestContext>())

export function inRequest<T>(context: RequestContext, work: () => T): T {
  return requests.run(context, work)
}

/** The present request's; undefined outside of any (jobs, the sweeper, start-up). */
export const currentRequest = (): RequestContext | undefined => requests.getStore()

const wellFormed = /^[A-Za-z0-9][A-Za-z0-9._-]{7,63}$/

/** The id that a proxy or a caller gave, if it is one; a new one otherwise. */
export function requestIdFrom(given: string | string[] | null | undefined): string {
  return typeof given === 'string' && wellFormed.test(given) ? given : randomUUID()
}
