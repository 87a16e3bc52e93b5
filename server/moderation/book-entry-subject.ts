import { announceChange } from '@/server/cache/announce-change'
import { tags } from '@/server/cache/tags'
import { presentStatus } from '@/server/exhibitions/exhibition-card'
import { authorOf, authorSelect } from './author'
import type { SubjectKind } from './subject-kind'

const select = {
  id: true,
  text: true,
  hiddenAt: true,
  exhibition: { select: { slug: true, titleEn: true, titleZh: true, status: true, opensAt: true, closesAt: true } },
  person: { select: authorSelect },
} as const

/** A line in a visitors' book; it is called by the exhibition whose book it is. */
export const bookEntrySubject: SubjectKind = {
  hidesAfter: 3,

  async find(ids, tx) {
    const rows = await tx.bookEntry.findMany({ where: { id: { in: [...ids] } }, select })
    return new Map(
      rows.map(({ id, text, hiddenAt, exhibition, person }) => [
        id,
        {
          title: { en: exhibition.titleEn, zh: exhibition.titleZh },
          text,
          href: `/exhibitions/${exhibition.slug}#book`,
          picture: null,
          isHidden: hiddenAt !== null,
          isPublic: hiddenAt === null && presentStatus(exhibition, new Date()) === 'OPEN',
          author: authorOf(person),
        },
      ]),
    )
  },

  async setHidden(id, isHidden, tx) {
    const [changed] = await tx.bookEntry.updateManyAndReturn({
      where: { id, hiddenAt: isHidden ? null : { not: null } },
      data: { hiddenAt: isHidden ? new Date() : null },
      select: { exhibitionId: true },
    })
    if (changed) await announceChange(tx, [tags.book(changed.exhibitionId)], { isGone: isHidden })
  },
}
