import { queueTokenHeader } from '@/lib/contracts/admission'
import type { RouteContract } from '@/lib/contracts/define-route'
import { routes } from '@/lib/contracts/routes'
import { clientAddress } from '@/server/accounts/client-address'
import { readAdmission } from './admission'
import type { Bucket } from './buckets'
import { passDoor } from './pass-door'
import { allowanceHeaders, takeToken } from './take-token'

const orderPaths: string[] = [routes.orderPortrait.path, routes.retryPortrait.path]

/** The bucket that a request's network address pays with; null for what is never limited: who asks whether the process lives. */
function bucketOf({ method, path }: Pick<RouteContract, 'method' | 'path'>): Bucket | null {
  if (path.startsWith('/api/health/')) return null
  return method === 'POST' && orderPaths.includes(path) ? 'order-address' : 'api-address'
}

/**
 * What every request passes before it costs anything: for an order of somebody without a session the closed door, before their photo
 * is read and a guest is made of them; and the limit of its network address, told in `answer`.
 *
 * @throws {HouseError} too_many_requests, studio_closed
 */
export async function enter(contract: RouteContract, headers: Headers, answer: Headers): Promise<void> {
  const bucket = bucketOf(contract)
  if (!bucket) return
  // Somebody without a session can have no earlier order to be told of.
  if (bucket === 'order-address' && !headers.has('cookie')) await passDoor(headers.get(queueTokenHeader))
  // Who comes to a closed door gets nothing but an order that they have: two writes for each of them would be all that the database does.
  const isClosed = bucket === 'order-address' && (await readAdmission()).rung === 4
  const allowance = await takeToken(bucket, clientAddress(headers), isClosed)
  for (const [name, value] of Object.entries(allowanceHeaders(allowance))) answer.set(name, value)
}
