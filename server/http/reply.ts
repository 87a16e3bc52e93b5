import { AsyncLocalStorage } from 'node:async_hooks'
import type { ServerResponse } from 'node:http'
import { shared } from '@/server/platform/shared'

const replies = shared('replies', () => new AsyncLocalStorage<ServerResponse>())

/** Runs `work`, the making of an answer, so that `answerNotFound` finds the answer it belongs to. */
export function withReply<T>(response: ServerResponse, work: () => T): T {
  return replies.run(response, work)
}

/**
 * Gives the page that is being rendered the status 404, and lets it go on to say so in its own words. (Next's `notFound()` ends
 * the render instead, and leaves the words to a script in the browser: docs/decisions/0050.)
 */
export function answerNotFound(): void {
  const response = replies.getStore()
  if (response && !response.headersSent) response.statusCode = 404
}
