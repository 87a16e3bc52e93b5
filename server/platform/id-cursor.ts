import { idSchema } from '@/lib/contracts/common'
import { fail } from './errors'

/**
 * The condition for what comes after a row in a list by id (UUID version 7, so by age): `desc` lists the newest first.
 *
 * @throws {HouseError} invalid_request for a cursor that is not ours
 */
export function idAfter(cursor: string | undefined, order: 'asc' | 'desc' = 'desc') {
  if (cursor === undefined) return {}
  const id = idSchema.safeParse(cursor).data ?? fail('invalid_request', { fields: { cursor: 'not known' } })
  return { id: order === 'desc' ? { lt: id } : { gt: id } }
}
