import type { NoticeContent } from '@/lib/contracts/notices'
import type { FollowedThing } from '@/server/follows/followable'
import type { Transaction } from '@/server/platform/db'
import { tell } from './tell'

/** People who are told in one statement. */
const BATCH = 1_000

/**
 * Tells everybody who follows an artist or an exhibition, but those who hear of it otherwise.
 *
 * @returns whom, to announce it to them after the commit
 */
export async function tellFollowers(
  tx: Transaction,
  thing: FollowedThing,
  content: NoticeContent,
  except: readonly string[] = [],
): Promise<string[]> {
  const told: string[] = []
  for (let last = ''; ; ) {
    const follows = await tx.follow.findMany({
      where: { ...thing, personId: { gt: last, notIn: [...except] }, person: { bannedAt: null } },
      orderBy: { personId: 'asc' },
      take: BATCH,
      select: { personId: true },
    })
    const people = follows.map(({ personId }) => personId)
    await tell(tx, people, content)
    told.push(...people)
    if (people.length < BATCH) return told
    last = people.at(-1) ?? ''
  }
}
