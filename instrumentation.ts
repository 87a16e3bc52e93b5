import type { Instrumentation } from 'next'

/** Called by Next when a page cannot be rendered. */
export const onRequestError: Instrumentation.onRequestError = async (error, _request, { routePath }) => {
  // Next compiles this file for its other runtime too, which has no logger: only this form of the condition leaves the import out.
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { logPageError } = await import('./server/http/log-page-error')
    logPageError(error, routePath)
  }
}
