import { announceChange } from '@/server/cache/announce-change'
import { tags } from '@/server/cache/tags'
import { authorOf, authorSelect } from './author'
import type { SubjectKind } from './subject-kind'

const select = {
  id: true,
  text: true,
  hiddenAt: true,
  artwork: { select: { id: true, titleEn: true, titleZh: true, visibility: true } },
  person: { select: authorSelect },
} as const

/** Words under a work; they are called by the work that they stand under. */
export const commentSubject: SubjectKind = {
  hidesAfter: 3,

  async find(ids, tx) {
    const rows = await tx.comment.findMany({ where: { id: { in: [...ids] } }, select })
    return new Map(
      rows.map(({ id, text, hiddenAt, artwork, person }) => [
        id,
        {
          title: { en: artwork.titleEn, zh: artwork.titleZh },
          text,
          href: `/works/${artwork.id}`,
          picture: null,
          isHidden: hiddenAt !== null,
          isPublic: hiddenAt === null && artwork.visibility === 'PUBLIC' && person.bannedAt === null,
          author: authorOf(person),
        },
      ]),
    )
  },

  async setHidden(id, isHidden, tx) {
    const [changed] = await tx.comment.updateManyAndReturn({
      where: { id, hiddenAt: isHidden ? null : { not: null } },
      data: { hiddenAt: isHidden ? new Date() : null },
      select: { artworkId: true },
    })
    if (changed) await announceChange(tx, [tags.comments(changed.artworkId)], { isGone: isHidden })
  },
}
