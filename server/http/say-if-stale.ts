import { gather } from '@/server/cache/gather'

/** What `read` gives; where some of it is a last good copy, the answer says so (`Cache-Status`, RFC 9211). */
export async function sayIfStale<T>(answer: Headers, read: () => Promise<T>): Promise<T> {
  const { result, sources } = await gather(read)
  if (sources.isStale) answer.set('Cache-Status', 'Vernissage; hit; detail=LAST_GOOD')
  return result
}
