import type { Prisma } from '@/generated/prisma/client'

/**
 * Exhibitions that everyone may walk into, as a condition for queries: open, or scheduled with the hour come, and not past their
 * closing time. A person's own room is one of them once it is open.
 */
export function isOpenNow(now = new Date()): Prisma.ExhibitionWhereInput {
  return {
    AND: [
      { OR: [{ status: 'OPEN' }, { status: 'SCHEDULED', opensAt: { lte: now } }] },
      { OR: [{ closesAt: null }, { closesAt: { gt: now } }] },
    ],
  }
}
