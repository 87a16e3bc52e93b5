import type { Prisma } from '@/generated/prisma/client'
import type { ArtworkView } from '@/lib/contracts/artworks'
import { tags } from '@/server/cache/tags'
import { isOpenNow } from '@/server/exhibitions/is-open-now'
import { pictureSelect, pictureView } from '@/server/storage/picture-view'

/** What an ArtworkView is made of: fixed, so that lists of works cost as many queries as one work. */
export function artworkSelect(now = new Date()) {
  return {
    id: true,
    kind: true,
    titleEn: true,
    titleZh: true,
    artistEn: true,
    artistZh: true,
    year: true,
    mediumEn: true,
    mediumZh: true,
    creditEn: true,
    creditZh: true,
    descriptionEn: true,
    descriptionZh: true,
    rights: true,
    widthCm: true,
    heightCm: true,
    likeCount: true,
    visibility: true,
    picture: { select: pictureSelect },
    hangings: {
      where: { room: { exhibition: isOpenNow(now) } },
      select: { room: { select: { exhibition: { select: { id: true, slug: true, titleEn: true, titleZh: true } } } } },
      orderBy: { createdAt: 'asc' },
    },
  } as const satisfies Prisma.ArtworkSelect
}

export type ArtworkRow = Prisma.ArtworkGetPayload<{ select: ReturnType<typeof artworkSelect> }>

/** Tags of what an ArtworkView is made of, its count apart. */
export function artworkTags({ id, hangings }: ArtworkRow): string[] {
  return [tags.artwork(id), ...hangings.map(({ room }) => tags.exhibition(room.exhibition.id))]
}

export function artworkView(row: ArtworkRow): ArtworkView {
  const places = new Map(row.hangings.map(({ room }) => [room.exhibition.slug, room.exhibition]))
  return {
    id: row.id,
    kind: row.kind,
    title: { en: row.titleEn, zh: row.titleZh },
    artist: { en: row.artistEn, zh: row.artistZh },
    year: row.year,
    medium: { en: row.mediumEn, zh: row.mediumZh },
    credit: { en: row.creditEn, zh: row.creditZh },
    description: { en: row.descriptionEn, zh: row.descriptionZh },
    rights: row.rights,
    widthCm: row.widthCm,
    heightCm: row.heightCm,
    picture: pictureView(row.picture, row.visibility),
    likeCount: row.likeCount,
    hangsIn: [...places.values()].map(({ slug, titleEn, titleZh }) => ({ slug, title: { en: titleEn, zh: titleZh } })),
  }
}
