import type { Viewer } from '@/server/accounts/viewer'
import { recordAudit } from '@/server/audit/record'
import { announceChange } from '@/server/cache/announce-change'
import { tags } from '@/server/cache/tags'
import { readExhibition } from '@/server/exhibitions/read-exhibition'
import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'

/** So many people's reports hide a line until a curator has looked at it. */
const hidingReports = 3

/**
 * Says that a line does not belong in the book; once a person, safe to repeat.
 *
 * @throws {HouseError} not_found
 */
export async function reportEntry(entryId: string, viewer: Viewer): Promise<void> {
  const exhibition = { select: { slug: true } } as const
  const entry = await db.bookEntry.findUnique({
    where: { id: entryId },
    select: { exhibitionId: true, hiddenAt: true, exhibition },
  })
  if (!entry || entry.hiddenAt || !(await readExhibition(entry.exhibition.slug, viewer))) fail('not_found')
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "BookEntry" WHERE "id" = ${entryId} FOR UPDATE`
    const report = { entryId, personId: viewer.id }
    const { count } = await tx.bookReport.createMany({ data: [report], skipDuplicates: true })
    if (count === 0) return
    const { reportCount, keptAt } = await tx.bookEntry.update({
      where: { id: entryId },
      data: { reportCount: { increment: 1 } },
      select: { reportCount: true, keptAt: true },
    })
    if (reportCount < hidingReports || keptAt) return
    await tx.bookEntry.updateMany({ where: { id: entryId, hiddenAt: null }, data: { hiddenAt: new Date() } })
    const subject = { subjectType: 'book' as const, subjectId: entryId }
    await recordAudit(tx, { actorId: null, action: 'book.entry-hidden', ...subject, detail: { reportCount } })
    await announceChange(tx, [tags.book(entry.exhibitionId)], { isGone: true })
  })
}
