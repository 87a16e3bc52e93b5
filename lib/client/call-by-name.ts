import type { z } from 'zod'
import type { RouteContract } from '@/lib/contracts/define-route'
import { offlineError } from './api-error'
import type { CallInput } from './call'
import { loadCall } from './load-call'

/** What a catalogue page may ask for. Each group is fetched alone: making every schema of the house took longer than all else that a page does. */
const groups = {
  accounts: async () => (await import('@/lib/contracts/account-routes')).accountRoutes,
  book: async () => (await import('@/lib/contracts/book-routes')).bookRoutes,
  catalogue: async () => (await import('@/lib/contracts/catalogue-routes')).catalogueRoutes,
  collections: async () => (await import('@/lib/contracts/collection-routes')).collectionRoutes,
  comments: async () => (await import('@/lib/contracts/comment-routes')).commentRoutes,
  engagement: async () => (await import('@/lib/contracts/engagement-routes')).engagementRoutes,
  follows: async () => (await import('@/lib/contracts/follow-routes')).followRoutes,
  moderation: async () => (await import('@/lib/contracts/moderation-routes')).moderationRoutes,
}

type Groups = { [Group in keyof typeof groups]: Awaited<ReturnType<(typeof groups)[Group]>> }
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
export async function callByName<Group extends keyof Groups, Name extends keyof Groups[Group]>(
  group: Group,
  name: Name,
  ...[input]: Arguments<Input<Groups[Group][Name]>>
): Promise<Answer<Groups[Group][Name]>> {
  const { call, routes } = await fetchCode(group).catch(() => {
    throw offlineError()
  })
  const contract = (routes as Groups[Group])[name] as Contract
  const answer = call(contract, (input ?? {}) as Parameters<typeof call<never, never, never, never>>[1])
  return answer as Promise<Answer<Groups[Group][Name]>>
}

async function fetchCode(group: keyof Groups) {
  const { call } = await loadCall()
  return { call, routes: await groups[group]() }
}
