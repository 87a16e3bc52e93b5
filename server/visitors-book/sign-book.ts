import type { BookEntryView, SignBookBody } from '@/lib/contracts/visitors-book'
import type { Viewer } from '@/server/accounts/viewer'
import { announceChange } from '@/server/cache/announce-change'
import { tags } from '@/server/cache/tags'
import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { bookEntrySelect, bookEntryView } from './book-entry-view'
import { findBook } from './find-book'

/**
 * Writes a line in the visitors' book of an exhibition, where this person may open it (`findBook`). How many lines a person may
 * write is for the caller's rate limit. The same words of the same person twice in a row are one line.
 *
 * @throws {HouseError} not_found, book_closed
 */
export async function signBook(slug: string, { text, name }: SignBookBody, viewer: Viewer): Promise<BookEntryView> {
  const exhibitionId = await findBook(slug, viewer)
  return db.$transaction(async (tx) => {
    const [exhibition] = await tx.$queryRaw<{ hasBook: boolean }[]>`
      SELECT "hasBook" FROM "Exhibition" WHERE "id" = ${exhibitionId} FOR SHARE`
    if (!exhibition) fail('not_found')
    if (!exhibition.hasBook) fail('book_closed')
    const last = await tx.bookEntry.findFirst({
      where: { exhibitionId, personId: viewer.id },
      orderBy: { createdAt: 'desc' },
      select: bookEntrySelect,
    })
    const isRepeated = last?.text === text && last.name === name
    if (isRepeated) return bookEntryView(last, viewer.id)
    const data = { exhibitionId, personId: viewer.id, text, name }
    const entry = await tx.bookEntry.create({ data, select: bookEntrySelect })
    await announceChange(tx, [tags.book(exhibitionId)])
    return bookEntryView(entry, viewer.id)
  })
}
