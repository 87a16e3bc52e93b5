import type { NoticeContent } from '@/lib/contracts/notices'
import type { Transaction } from '@/server/platform/db'

/**
 * Notes what people are to be told, in the transaction of what they are told of. Call `announceNotices` after its commit, so that open
 * pages show it at once.
 */
export async function tell(tx: Transaction, personIds: readonly string[], content: NoticeContent): Promise<void> {
  const people = [...new Set(personIds)]
  if (people.length > 0) await tx.notice.createMany({ data: people.map((personId) => ({ personId, content })) })
}
