import { HouseError } from '@/server/platform/errors'

/** For pages: what is asked for, or null where the house says that there is no such thing. */
export async function orNothing<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked
  } catch (thrown) {
    if (thrown instanceof HouseError && thrown.code === 'not_found') return null
    throw thrown
  }
}
