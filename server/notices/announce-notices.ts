import { announceNotice } from '@/server/realtime/announce'

/** Tells the open pages of these people that there is something new; to be called after the commit. */
export async function announceNotices(personIds: readonly string[]): Promise<void> {
  await Promise.all([...new Set(personIds)].map((personId) => announceNotice(personId)))
}
