import type { Prisma } from '@/generated/prisma/client'
import type { Viewer } from '@/server/accounts/viewer'

/** The artist whose page this person may see, as a condition for queries: open ones are for everyone, one's own always. */
export function hasOpenPage(id: string, viewer: Viewer | null): Prisma.PersonWhereInput {
  const isOpen = { pageOpenedAt: { not: null }, hiddenAt: null, bannedAt: null }
  return { id, isAnonymous: false, ...(viewer?.id !== id && isOpen) }
}
