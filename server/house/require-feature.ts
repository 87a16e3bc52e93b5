import type { ErrorCode } from '@/lib/contracts/errors'
import type { Feature } from '@/lib/contracts/house'
import { fail } from '@/server/platform/errors'
import { readHouse } from './read-house'

const refusals: Record<Feature, ErrorCode> = {
  signUp: 'sign_up_closed',
  comments: 'comments_off',
  submissions: 'submissions_off',
  hd: 'hd_off',
}

/** @throws {HouseError} sign_up_closed, comments_off, submissions_off or hd_off while operators have switched it off */
export async function requireFeature(feature: Feature): Promise<void> {
  const { features } = await readHouse()
  if (!features[feature]) fail(refusals[feature])
}
