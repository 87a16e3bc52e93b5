import type { CaseSubject } from '@/lib/contracts/reports'

export const authorSelect = { id: true, name: true, bannedAt: true } as const

export function authorOf(person: { id: string; name: string; bannedAt: Date | null } | null): CaseSubject['author'] {
  return person && { id: person.id, name: person.name, isBanned: person.bannedAt !== null }
}
