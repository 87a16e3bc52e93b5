import type { OpenCallsPage } from '@/lib/contracts/submissions'
import { readHouse } from '@/server/house/read-house'
import { readCards } from './read-cards'
import { takesSubmissions } from './takes-submissions'

/**
 * Calls that anybody with an account may answer now, in the house's order, in pages of 24; none while operators have switched submissions off.
 *
 * @throws {HouseError} invalid_request for a cursor that is not ours
 */
export async function listOpenCalls(cursor?: string): Promise<OpenCallsPage> {
  if (!(await readHouse()).features.submissions) return { calls: [], nextCursor: null }
  const { exhibitions, nextCursor } = await readCards({ key: 'open-calls', which: takesSubmissions, cursor })
  const calls = exhibitions.map(({ slug, title, callClosesAt, callText }) => {
    return { slug, title, closesAt: callClosesAt, text: callText }
  })
  return { calls, nextCursor }
}
