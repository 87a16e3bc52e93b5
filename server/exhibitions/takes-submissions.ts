import type { Prisma } from '@/generated/prisma/client'

/** Exhibitions with an open call, announced or running, whose deadline is not past, as a condition for queries. */
export function takesSubmissions(now = new Date()): Prisma.ExhibitionWhereInput {
  return {
    kind: 'EXHIBITION',
    isOpenCall: true,
    status: { in: ['SCHEDULED', 'OPEN'] },
    AND: [
      { OR: [{ closesAt: null }, { closesAt: { gt: now } }] },
      { OR: [{ callClosesAt: null }, { callClosesAt: { gt: now } }] },
    ],
  }
}

/** What `takesNow` looks at. */
export const callSelect = {
  kind: true,
  isOpenCall: true,
  status: true,
  closesAt: true,
  callClosesAt: true,
} as const satisfies Prisma.ExhibitionSelect

type CallRow = Prisma.ExhibitionGetPayload<{ select: typeof callSelect }>

/** The same condition for one that was read already. */
export function takesNow(row: CallRow, now = new Date()): boolean {
  const isAhead = (end: Date | null) => end === null || end > now
  const isAnnounced = row.status === 'SCHEDULED' || row.status === 'OPEN'
  return (
    row.kind === 'EXHIBITION' && row.isOpenCall && isAnnounced && isAhead(row.closesAt) && isAhead(row.callClosesAt)
  )
}
