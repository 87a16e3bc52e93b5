import type { z } from 'zod'
import type { Caller, RouteContract } from '@/lib/contracts/define-route'
import type { Viewer } from '@/server/accounts/viewer'
import { enter } from '@/server/admission/enter'
import { fail, HouseError } from '@/server/platform/errors'
import { logger } from '@/server/platform/logger'
import { currentRequest, inRequest, requestIdFrom } from '@/server/platform/request-context'
import { asNewGuest } from './as-new-guest'
import { errorResponse } from './error-response'
import { isOwnOrigin } from './is-own-origin'
import { jsonAnswer } from './json-answer'
import type { UploadedFile } from './read-form'
import { readInput } from './read-input'
import { requestLocale } from './request-locale'
import { resolveCaller } from './resolve-caller'

type Person<Who extends Caller> = Who extends 'anyone' ? Viewer | null : Viewer

export interface Call<Params, Query, Body, Who extends Caller> {
  params: Params
  query: Query
  body: Body
  /** Of a `form` route; null when none was sent. */
  file: UploadedFile | null
  person: Person<Who>
  /** They had no session: a guest was made of them for this call, who has nothing yet. */
  isNewcomer: boolean
  request: Request
  /** The request's. */
  headers: Headers
  /** Headers to be added to the answer. */
  answer: Headers
}

interface Options<Params, Query, Body> {
  /** Looks at who calls, null for somebody without a session, before the body is read, and may throw. */
  beforeBody?: (caller: Viewer | null, headers: Headers) => Promise<void>
  /**
   * Looks at the call of somebody without a session before a guest is made of them, and may throw: where many are refused, making them
   * and taking them away again is the dearest part.
   */
  beforeGuest?: (call: Pick<Call<Params, Query, Body, 'guest'>, 'body' | 'file' | 'headers'>) => Promise<unknown>
}

/** What Next calls; the second argument is its own. */
export type RouteHandler = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>

/**
 * Makes a Next route handler of a contract and one domain call. Everything that comes in has passed the contract's schemas
 * before `answerCall` sees it, and what it returns passes the response's schema before anybody else does. A `Response` goes
 * out as it is (for pictures). Anything thrown becomes `{error: {code, message, requestId, fields?}}`.
 */
export function handle<
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Answer extends z.ZodType,
  Who extends Caller,
>(
  contract: RouteContract<Params, Query, Body, Answer, Who>,
  answerCall: (
    call: Call<z.output<Params>, z.output<Query>, z.output<Body>, Who>,
  ) => Promise<z.input<Answer> | Response> | z.input<Answer> | Response,
  { beforeBody, beforeGuest }: Options<z.output<Params>, z.output<Query>, z.output<Body>> = {},
): RouteHandler {
  return inItsContext(contract, async (requestId, request, context) => {
    const locale = requestLocale(request.headers)
    const answer = new Headers()
    try {
      if (contract.method !== 'GET' && !isOwnOrigin(request.headers)) fail('foreign_origin')
      await enter(contract, request.headers, answer)
      const person = await resolveCaller(contract.caller, request.headers, answer)
      await beforeBody?.(person, request.headers)
      const input = await readInput(contract, request, await context.params, locale)
      const needsGuest = contract.caller === 'guest' && person === null
      const answerAs = (caller: Viewer | null) => {
        const call = { ...input, person: caller, isNewcomer: needsGuest, request, headers: request.headers, answer }
        // The schemas above are the contract's, so the shapes are what the types say.
        return answerCall(call as Call<z.output<Params>, z.output<Query>, z.output<Body>, Who>)
      }
      if (needsGuest) await beforeGuest?.({ ...input, headers: request.headers } as Parameters<typeof beforeGuest>[0])
      const result = needsGuest ? await asNewGuest(request.headers, answer, answerAs) : await answerAs(person)
      return finish(respond(contract, result), answer, requestId)
    } catch (thrown) {
      // A refusal's own headers come before what was said of the request so far.
      if (thrown instanceof HouseError) for (const header of Object.entries(thrown.headers)) answer.set(...header)
      const log = logger.child({ method: contract.method, route: contract.path })
      return finish(errorResponse(thrown, { requestId, locale, log, route: contract.path }), answer, requestId)
    }
  })
}

/** Names the route to whoever observes the request; a call that did not come through the web server gets a context here. */
function inItsContext(
  contract: RouteContract,
  answerIt: (requestId: string, ...call: Parameters<RouteHandler>) => Promise<Response>,
): RouteHandler {
  return (request, context) => {
    const about = currentRequest() ?? { requestId: requestIdFrom(request.headers.get('x-request-id')), route: null }
    about.route = contract.path
    return inRequest(about, () => answerIt(about.requestId, request, context))
  }
}

function respond(contract: RouteContract, result: unknown): Response {
  if (result instanceof Response) return result
  const body = contract.response ? contract.response.parse(result) : result
  return jsonAnswer(body, contract.status ?? 200)
}

function finish(response: Response, answer: Headers, requestId: string): Response {
  // A shared cache must never hand one person's cookie to the next.
  const isShared = response.headers.get('Cache-Control')?.includes('public') ?? false
  for (const [name, value] of answer) {
    if (name !== 'set-cookie') response.headers.set(name, value)
    else if (!isShared) response.headers.append(name, value)
  }
  response.headers.set('X-Request-Id', requestId)
  if (!response.headers.has('Cache-Control')) response.headers.set('Cache-Control', 'no-store')
  return response
}
