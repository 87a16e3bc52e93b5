import type { ExhibitionCard } from '@/lib/contracts/exhibitions'
import { db } from '@/server/platform/db'
import { cardSelect, exhibitionCard } from './exhibition-card'
import { isOpenNow } from './is-open-now'

/** Exhibitions that everyone may walk into now, in the house's order; people's own rooms are not among them. */
export async function listOpenExhibitions(): Promise<ExhibitionCard[]> {
  const now = new Date()
  const rows = await db.exhibition.findMany({
    where: { kind: 'EXHIBITION', ...isOpenNow(now) },
    orderBy: [{ position: 'asc' }, { createdAt: 'asc' }],
    select: cardSelect,
  })
  return rows.map((row) => exhibitionCard(row, now))
}
