import type { Prisma } from '@/generated/prisma/client'
import type { BookEntryView } from '@/lib/contracts/visitors-book'

export const bookEntrySelect = {
  id: true,
  personId: true,
  name: true,
  text: true,
  createdAt: true,
  hiddenAt: true,
} as const satisfies Prisma.BookEntrySelect

type Row = Prisma.BookEntryGetPayload<{ select: typeof bookEntrySelect }>

/** As `readerId` sees it; those who keep the book see how often it was reported. */
export function bookEntryView(row: Row, readerId: string | null, reportCount = 0): BookEntryView {
  return {
    id: row.id,
    name: row.name,
    text: row.text,
    createdAt: row.createdAt.toISOString(),
    isHidden: row.hiddenAt !== null,
    reportCount,
    isMine: row.personId === readerId,
  }
}
