import { type NoticesPage, type NoticeView, noticeContentSchema } from '@/lib/contracts/notices'
import { db } from '@/server/platform/db'

const PAGE = 24

/** What a person was told, newest first, in pages of 24; what this release has no words for is left out. `cursor`: id of the last one seen. */
export async function listNotices(personId: string, cursor?: string): Promise<NoticesPage> {
  const [rows, unread] = await Promise.all([
    db.notice.findMany({
      where: { personId, ...(cursor && { id: { lt: cursor } }) },
      orderBy: { id: 'desc' },
      take: PAGE + 1,
      select: { id: true, content: true, readAt: true, createdAt: true },
    }),
    countUnread(personId),
  ])
  const page = rows.slice(0, PAGE)
  const notices = page.flatMap(({ id, content, readAt, createdAt }): NoticeView[] => {
    const known = noticeContentSchema.safeParse(content)
    if (!known.success) return []
    return [{ id, content: known.data, isRead: readAt !== null, createdAt: createdAt.toISOString() }]
  })
  return { notices, nextCursor: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null, unread }
}

export function countUnread(personId: string): Promise<number> {
  return db.notice.count({ where: { personId, readAt: null } })
}
