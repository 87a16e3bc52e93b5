import type { Prisma } from '@/generated/prisma/client'
import type { BookPage } from '@/lib/contracts/visitors-book'
import type { Viewer } from '@/server/accounts/viewer'
import { catalogueRules, sizeOf } from '@/server/artworks/catalogue-rules'
import { namedCache } from '@/server/cache/named-cache'
import { tags } from '@/server/cache/tags'
import { catalogueDb } from '@/server/platform/catalogue-db'
import { fail } from '@/server/platform/errors'
import { readCursor, writeCursor } from '@/server/platform/page-cursor'
import { editorsSelect, isEditor } from '@/server/tours/may-edit'
import { bookEntrySelect, bookEntryView } from './book-entry-view'
import { findBook } from './find-book'

const PAGE = 20
/** Lines that everybody reads: banned people are silent here as everywhere. */
const isForAll = { hiddenAt: null, person: { bannedAt: null } }

const firstPages = namedCache<BookPage>({ name: 'books', ...catalogueRules })

/** What everybody finds when they open the book. */
export async function readFirstPage(exhibitionId: string): Promise<BookPage> {
  const served = await firstPages.read(exhibitionId, async () => {
    const { page, writers } = await readPage(exhibitionId, undefined, null)
    return { value: page, tags: [tags.book(exhibitionId), ...writers.map(tags.person)], bytes: sizeOf(page) }
  })
  return served?.value ?? fail('not_found')
}

/**
 * The visitors' book of an exhibition, where this person may open it (`findBook`), newest first, in pages of 20. Hidden lines are
 * shown to those who keep the book, and to nobody else, their writers included.
 *
 * @throws {HouseError} not_found, invalid_request for a cursor that is not ours
 */
export async function readBook(slug: string, cursor: string | undefined, viewer: Viewer | null): Promise<BookPage> {
  const id = await findBook(slug, viewer)
  return viewer === null && cursor === undefined ? readFirstPage(id) : (await readPage(id, cursor, viewer)).page
}

async function readPage(exhibitionId: string, cursor: string | undefined, viewer: Viewer | null) {
  const select = { hasBook: true, ...editorsSelect } as const
  const exhibition =
    (await catalogueDb.exhibition.findUnique({ where: { id: exhibitionId }, select })) ?? fail('not_found')
  const isKeeper = isEditor(viewer, exhibition)
  const rows = await catalogueDb.bookEntry.findMany({
    where: { exhibitionId, ...(!isKeeper && isForAll), ...(cursor !== undefined && olderThan(cursor)) },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: PAGE + 1,
    select: bookEntrySelect,
  })
  const shown = rows.slice(0, PAGE)
  const last = rows.length > PAGE ? shown.at(-1) : undefined
  const reports = isKeeper ? await countReports(shown.map(({ id }) => id)) : null
  const page: BookPage = {
    entries: shown.map((row) => bookEntryView(row, viewer?.id ?? null, reports?.get(row.id))),
    nextCursor: last ? writeCursor(last) : null,
    isOpen: exhibition.hasBook,
    isKeeper,
  }
  return { page, writers: [...new Set(shown.map(({ personId }) => personId))] }
}

async function countReports(entryIds: string[]): Promise<Map<string, number>> {
  const cases = await catalogueDb.moderationCase.findMany({
    where: { subjectKind: 'book-entry', subjectId: { in: entryIds } },
    select: { subjectId: true, _count: { select: { reports: true } } },
  })
  return new Map(cases.map(({ subjectId, _count }) => [subjectId, _count.reports]))
}

function olderThan(cursor: string): Prisma.BookEntryWhereInput {
  const end = readCursor(cursor) ?? fail('invalid_request', { fields: { cursor: 'not known' } })
  return { OR: [{ createdAt: { lt: end.createdAt } }, { createdAt: end.createdAt, id: { lt: end.id } }] }
}
