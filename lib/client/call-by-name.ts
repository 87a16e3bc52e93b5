import type { z } from 'zod'
import type { RouteContract } from '@/lib/contracts/define-route'
import { offlineError } from './api-error'
import type { CallInput } from './call'

type Routes = typeof import('@/lib/contracts/routes').routes
type Contract = RouteContract<z.ZodType, z.ZodType, z.ZodType, z.ZodType>
type Input<Route> =
  Route extends RouteContract<
    infer P extends z.ZodType,
    infer Q extends z.ZodType,
    infer B extends z.ZodType,
    z.ZodType
  >
    ? CallInput<P, Q, B>
    : never
type Arguments<Given> = Record<never, never> extends Given ? [input?: Given] : [input: Given]
type Answer<Route> =
  Route extends RouteContract<z.ZodType, z.ZodType, z.ZodType, infer R extends z.ZodType> ? z.output<R> : never

/**
 * `call`, for pages that are read more than pressed: the contracts, and what checks answers against them, are fetched at the first call and not
 * before the page is alive (docs/decisions/0205).
 * @throws ApiError as `call` does; `offline` too where that code cannot be had.
 */
export async function callByName<Name extends keyof Routes>(
  name: Name,
  ...[input]: Arguments<Input<Routes[Name]>>
): Promise<Answer<Routes[Name]>> {
  const [{ call }, { routes }] = await Promise.all([import('./call'), import('@/lib/contracts/routes')]).catch(() => {
    throw offlineError()
  })
  const answer = call(routes[name] as Contract, (input ?? {}) as Parameters<typeof call<never, never, never, never>>[1])
  return answer as Promise<Answer<Routes[Name]>>
}
