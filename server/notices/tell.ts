import type { NoticeContent } from '@/lib/contracts/notices'
import type { Transaction } from '@/server/platform/db'

/**
 * Notes what people are to be told, in the transaction of what they are told of. Call `announceNotices` after its commit, so that open
 * pages show it at once.
 */
export async function tell(tx: Transaction, personIds: readonly string[], content: NoticeContent): Promise<void> {
  const people = [...new Set(personIds)]
  const about = aboutOf(content)
  if (people.length > 0) await tx.notice.createMany({ data: people.map((personId) => ({ personId, content, about })) })
}

/** What a notice is about, where seeing that is as good as reading this, or where it goes along with that. */
function aboutOf(content: NoticeContent): string | null {
  if (content.kind === 'portrait-done') return aboutPortrait(content.orderId)
  return content.kind === 'artist-showed' ? aboutArtist(content.artist.id) : null
}

export const aboutPortrait = (orderId: string) => `portrait:${orderId}`
export const aboutArtist = (artistId: string) => `artist:${artistId}`
