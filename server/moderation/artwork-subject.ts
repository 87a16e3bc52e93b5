import { announceChange } from '@/server/cache/announce-change'
import { tags } from '@/server/cache/tags'
import { pictureSelect, pictureView } from '@/server/storage/picture-view'
import { authorOf, authorSelect } from './author'
import type { SubjectKind } from './subject-kind'

const select = {
  id: true,
  titleEn: true,
  titleZh: true,
  descriptionEn: true,
  visibility: true,
  hiddenAt: true,
  picture: { select: pictureSelect },
  owner: { select: authorSelect },
} as const

export const artworkSubject: SubjectKind = {
  async find(ids, tx) {
    const rows = await tx.artwork.findMany({ where: { id: { in: [...ids] } }, select })
    return new Map(
      rows.map((row) => [
        row.id,
        {
          title: { en: row.titleEn, zh: row.titleZh },
          text: row.descriptionEn,
          href: `/works/${row.id}`,
          picture: pictureView(row.picture, row.visibility),
          isHidden: row.hiddenAt !== null,
          isPublic: row.visibility === 'PUBLIC',
          author: authorOf(row.owner),
        },
      ]),
    )
  },

  /** A hidden work is a private one, so that whatever asks for public works leaves it out; what it was comes back with it. */
  async setHidden(id, isHidden, tx) {
    const changed = isHidden
      ? await tx.$executeRaw`
          UPDATE "Artwork" SET "shownAs" = "visibility", "visibility" = 'PRIVATE', "hiddenAt" = now() AT TIME ZONE 'UTC'
          WHERE "id" = ${id} AND "hiddenAt" IS NULL`
      : await tx.$executeRaw`
          UPDATE "Artwork" SET "visibility" = coalesce("shownAs", "visibility"), "shownAs" = NULL, "hiddenAt" = NULL
          WHERE "id" = ${id} AND "hiddenAt" IS NOT NULL`
    if (changed === 0) return
    const hangings = await tx.hanging.findMany({
      where: { artworkId: id },
      select: { room: { select: { exhibitionId: true } } },
    })
    const rooms = hangings.map(({ room }) => tags.exhibition(room.exhibitionId))
    await announceChange(tx, [tags.artwork(id), ...rooms], { isGone: isHidden })
  },
}
