import type { CaseSubject } from '@/lib/contracts/reports'
import type { Transaction } from '@/server/platform/db'

export interface FoundSubject extends CaseSubject {
  /** Whether everybody can see it now, so that anybody may report it. */
  isPublic: boolean
}

/** How moderation deals with one kind of thing. Who may do so is asked before. */
export interface SubjectKind {
  /** So many people's reports hide it until a curator has looked, once; left out where only a curator hides. */
  hidesAfter?: number
  /** By id; those that are gone are missing. */
  find(ids: readonly string[], tx: Transaction): Promise<Map<string, FoundSubject>>
  /** Hides it from everybody but its author and curators, or shows it again; safe to repeat. Announces the change. */
  setHidden(id: string, isHidden: boolean, tx: Transaction): Promise<void>
}
