import type { Prisma } from '@/generated/prisma/client'

/** Exhibitions with an open call, announced or running, as a condition for queries. */
export function takesSubmissions(now = new Date()): Prisma.ExhibitionWhereInput {
  return {
    kind: 'EXHIBITION',
    isOpenCall: true,
    status: { in: ['SCHEDULED', 'OPEN'] },
    OR: [{ closesAt: null }, { closesAt: { gt: now } }],
  }
}
