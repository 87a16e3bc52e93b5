import { HouseError } from '@/server/platform/errors'

/** What a page shows, or null where the domain says that for this person there is nothing. Other refusals stay what they are. */
export async function unlessMissing<Found>(read: () => Promise<Found>): Promise<Found | null> {
  try {
    return await read()
  } catch (thrown) {
    if (thrown instanceof HouseError && thrown.code === 'not_found') return null
    throw thrown
  }
}
