import { announceChange } from '@/server/cache/announce-change'
import { tags } from '@/server/cache/tags'
import { authorOf, authorSelect } from './author'
import type { SubjectKind } from './subject-kind'

const select = {
  ...authorSelect,
  isAnonymous: true,
  pageOpenedAt: true,
  hiddenAt: true,
  exhibitions: { where: { kind: 'OWN_ROOM' }, select: { slug: true }, take: 1 },
} as const

export const personSubject: SubjectKind = {
  async find(ids, tx) {
    const rows = await tx.person.findMany({ where: { id: { in: [...ids] } }, select })
    return new Map(
      rows.map((row) => {
        const room = row.exhibitions[0]
        const subject = {
          title: { en: row.name, zh: row.name },
          text: '',
          href: row.pageOpenedAt ? `/artists/${row.id}` : room ? `/exhibitions/${room.slug}` : null,
          picture: null,
          isHidden: row.hiddenAt !== null,
          // Guests have no page, and nobody knows their name.
          isPublic: !row.isAnonymous && row.hiddenAt === null,
          author: authorOf(row),
        }
        return [row.id, subject]
      }),
    )
  },

  /** Their page is closed, and so is their own room; their works stay, each is judged by itself. */
  async setHidden(id, isHidden, tx) {
    const changed = await tx.person.updateMany({
      where: { id, hiddenAt: isHidden ? null : { not: null } },
      data: { hiddenAt: isHidden ? new Date() : null },
    })
    if (changed.count === 0) return
    const rooms = await tx.exhibition.updateManyAndReturn({
      where: { ownerId: id, kind: 'OWN_ROOM' },
      data: { status: isHidden ? 'CLOSED' : 'OPEN' },
      select: { id: true },
    })
    const changedTags = [tags.person(id), ...rooms.map((room) => tags.exhibition(room.id)), tags.exhibitions]
    await announceChange(tx, changedTags, { isGone: isHidden })
  },
}
