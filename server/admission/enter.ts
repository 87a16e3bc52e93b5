import type { RouteContract } from '@/lib/contracts/define-route'
import { routes } from '@/lib/contracts/routes'
import { clientAddress } from '@/server/accounts/client-address'
import { readAdmission } from './admission'
import type { Bucket } from './buckets'
import { allowanceHeaders, takeToken } from './take-token'

const orderPaths: string[] = [routes.orderPortrait.path, routes.retryPortrait.path]

/** The bucket that a request's network address pays with; null for what is never limited: who asks whether the process lives. */
function bucketOf({ method, path }: Pick<RouteContract, 'method' | 'path'>): Bucket | null {
  if (path.startsWith('/api/health/')) return null
  return method === 'POST' && orderPaths.includes(path) ? 'order-address' : 'api-address'
}

/**
 * What every request passes before it costs anything: the limit of its network address, told in `answer`. Orders that come to the closed
 * door are counted by each process for itself: nothing is given away there that a shared count would guard, and writing one for each of
 * them would be all that the database does.
 *
 * @throws {HouseError} too_many_requests
 */
export async function enter(contract: RouteContract, headers: Headers, answer: Headers): Promise<void> {
  const bucket = bucketOf(contract)
  if (!bucket) return
  const isClosed = bucket === 'order-address' && (await readAdmission()).rung === 4
  const allowance = await takeToken(bucket, clientAddress(headers), isClosed)
  for (const [name, value] of Object.entries(allowanceHeaders(allowance))) answer.set(name, value)
}
