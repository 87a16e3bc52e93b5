import type { z } from 'zod'
import type { RouteContract } from '@/lib/contracts/define-route'
import { readTolerantly } from '@/lib/contracts/tolerant'
import { ApiError, offlineError } from './api-error'
import { announceIdentityChange } from './identity'
import { joinSignals } from './join-signals'
import { readAnswer } from './read-answer'

/** A key that is required, optional or forbidden, as the contract's schema says. */
type Given<Key extends string, Schema extends z.ZodType> =
  unknown extends z.input<Schema>
    ? { [K in Key]?: undefined }
    : Record<never, never> extends z.input<Schema>
      ? { [K in Key]?: z.input<Schema> }
      : { [K in Key]: z.input<Schema> }

interface CallOptions {
  headers?: Record<string, string>
  signal?: AbortSignal
  /** Where the house is; empty in the browser, where addresses are relative. */
  origin?: string
  /** ms after which a silent server counts as unreachable; 15 s unless said otherwise. */
  timeoutMs?: number
  /** Carried out to its end even if the page is left meanwhile; for bodies below 64 kB. */
  keepalive?: boolean
}

export type CallInput<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = CallOptions &
  Given<'params', P> &
  Given<'query', Q> &
  Given<'body', B>

type Arguments<Input> = Record<never, never> extends Input ? [input?: Input] : [input: Input]

const defaultTimeoutMs = 15_000

/**
 * Calls one route of the house and checks its answer against the contract.
 * @throws ApiError when refused, or with code `offline` when there was no answer; the signal's own reason when aborted.
 */
export async function call<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  contract: RouteContract<P, Q, B, R>,
  ...[given]: Arguments<CallInput<P, Q, B>>
): Promise<z.output<R>> {
  const input: CallOptions & { params?: unknown; query?: unknown; body?: unknown } = given ?? {}
  const timeout = AbortSignal.timeout(input.timeoutMs ?? defaultTimeoutMs)
  const body = input.body === undefined ? undefined : JSON.stringify(input.body)
  let raw: { status: number; text: string; header: (name: string) => string | null }
  try {
    const response = await fetch(addressOf(contract, input), {
      method: contract.method,
      headers: { Accept: 'application/json', ...(body && { 'Content-Type': 'application/json' }), ...input.headers },
      body,
      credentials: 'same-origin',
      cache: 'no-store',
      keepalive: input.keepalive ?? false,
      signal: input.signal ? joinSignals(input.signal, timeout) : timeout,
    })
    raw = { status: response.status, text: await response.text(), header: (name) => response.headers.get(name) }
  } catch (error) {
    if (input.signal?.aborted) throw error
    throw offlineError()
  }
  return checkAnswer(contract, readAnswer(raw))
}

/** The checked answer; also tells the rest of the page when it changed who is looking. */
export function checkAnswer<R extends z.ZodType>(
  contract: RouteContract<z.ZodType, z.ZodType, z.ZodType, R>,
  json: unknown,
): z.output<R> {
  if (contract.path.startsWith('/api/account/')) {
    announceIdentityChange(contract.path.includes('sign-out') ? 'left' : 'arrived')
  }
  const parsed = contract.response && readTolerantly(contract.response, json)
  if (!parsed?.success) throw new ApiError({ code: 'internal', message: null, status: 502 })
  return parsed.data
}

/** The address of a route with its parameters filled in; unknown and missing ones stay visible and give a 404. */
export function addressOf(
  contract: { path: string },
  input: { params?: unknown; query?: unknown; origin?: string },
): string {
  const params = new Map(Object.entries(input.params ?? {}))
  const path = contract.path.replace(/\{(\w+)\}/g, (hole, name) =>
    params.has(name) ? encodeURIComponent(String(params.get(name))) : hole,
  )
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(input.query ?? {})) {
    if (value !== undefined) query.set(name, String(value))
  }
  return `${input.origin ?? ''}${path}${query.size > 0 ? `?${query}` : ''}`
}
