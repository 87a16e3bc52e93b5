import { z } from 'zod'
import type { HangingConflict } from '@/lib/contracts/desk-hanging'
import type { Transaction } from '@/server/platform/db'
import type { Conflict } from './apply-hanging-change'

/** How far back in the trail it is looked who took a work down. */
const RECENT = 50
const takenSchema = z.object({ taken: z.array(z.string()) })

/** Conflicts with the names of who was there first. */
export async function nameConflicts(
  exhibitionId: string,
  conflicts: Conflict[],
  tx: Transaction,
): Promise<HangingConflict[]> {
  if (conflicts.length === 0) return []
  const takers = conflicts.some(({ reason }) => reason === 'taken_down')
    ? await findTakers(exhibitionId, tx)
    : new Map()
  const whose = (conflict: Conflict): string | null => conflict.byId ?? takers.get(conflict.artworkId) ?? null
  const ids = conflicts.flatMap((conflict) => whose(conflict) ?? [])
  const people = await tx.person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  const nameOf = new Map(people.map(({ id, name }) => [id, name]))
  return conflicts.map((conflict) => {
    const { hangingId, artworkId, reason } = conflict
    return { hangingId, artworkId, reason, by: nameOf.get(whose(conflict) ?? '') ?? null }
  })
}

/** Work -> who took it down last. */
async function findTakers(exhibitionId: string, tx: Transaction): Promise<Map<string, string>> {
  const acts = await tx.auditEntry.findMany({
    where: { subjectType: 'exhibition', subjectId: exhibitionId, action: 'exhibition.hung' },
    orderBy: { id: 'desc' },
    take: RECENT,
    select: { actorId: true, detail: true },
  })
  const takers = new Map<string, string>()
  for (const { actorId, detail } of acts.reverse()) {
    const taken = takenSchema.safeParse(detail)
    if (taken.success && actorId) for (const id of taken.data.taken) takers.set(id, actorId)
  }
  return takers
}
