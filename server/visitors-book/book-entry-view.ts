import type { Prisma } from '@/generated/prisma/client'
import type { BookEntryView } from '@/lib/contracts/visitors-book'

export const bookEntrySelect = {
  id: true,
  personId: true,
  name: true,
  text: true,
  createdAt: true,
  hiddenAt: true,
  reportCount: true,
} as const satisfies Prisma.BookEntrySelect

type Row = Prisma.BookEntryGetPayload<{ select: typeof bookEntrySelect }>

/** As `readerId` sees it; `isKeeper` sees how often it was reported. */
export function bookEntryView(row: Row, readerId: string | null, isKeeper = false): BookEntryView {
  return {
    id: row.id,
    name: row.name,
    text: row.text,
    createdAt: row.createdAt.toISOString(),
    isHidden: row.hiddenAt !== null,
    reportCount: isKeeper ? row.reportCount : 0,
    isMine: row.personId === readerId,
  }
}
