import type { Prisma } from '@/generated/prisma/client'
import { recordAudit } from '@/server/audit/record'
import { announceChange } from '@/server/cache/announce-change'
import { tags } from '@/server/cache/tags'
import type { Transaction } from '@/server/platform/db'

interface DeskChange {
  exhibitionId: string
  /** Null for the house's own clock. */
  actorId: string | null
  /** What happened, in the past tense: the part after `exhibition.`. */
  what: string
  detail?: Prisma.InputJsonObject
  /** Further tags than the exhibition's own. */
  also?: string[]
  /** What it was is not shown any more, not even as last good copy while the database is away. */
  isGone?: boolean
}

/** The trail of a change and its news to whoever keeps the exhibition; in the transaction of the change, as late as possible. */
export async function noteChange(change: DeskChange, tx: Transaction) {
  const { exhibitionId, actorId, what, detail, also = [], isGone } = change
  const subject = { subjectType: 'exhibition' as const, subjectId: exhibitionId }
  await recordAudit(tx, { actorId, action: `exhibition.${what}`, ...subject, detail })
  await announceChange(tx, [tags.exhibition(exhibitionId), ...also], { isGone })
}
