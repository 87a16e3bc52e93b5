import type { ExhibitionCard } from '@/lib/contracts/exhibitions'
import { db } from '@/server/platform/db'
import { cardSelect, exhibitionCard } from './exhibition-card'
import { takesSubmissions } from './takes-submissions'

/** Exhibitions to which anybody with an account may offer a work now. */
export async function listOpenCalls(): Promise<ExhibitionCard[]> {
  const now = new Date()
  const rows = await db.exhibition.findMany({
    where: takesSubmissions(now),
    orderBy: [{ position: 'asc' }, { createdAt: 'asc' }],
    select: cardSelect,
  })
  return rows.map((row) => exhibitionCard(row, now))
}
