import type { Prisma } from '@/generated/prisma/client'
import type { ArtworkView } from '@/lib/contracts/artworks'
import { tags } from '@/server/cache/tags'
import { isOpenNow } from '@/server/exhibitions/is-open-now'
import { pictureSelect, pictureView } from '@/server/storage/picture-view'

const ownerSelect = { id: true, name: true, pageOpenedAt: true, hiddenAt: true, bannedAt: true } as const

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
    owner: { select: ownerSelect },
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
export function artworkTags({ id, owner, hangings }: ArtworkRow): string[] {
  const artist = owner ? [tags.person(owner.id)] : []
  return [tags.artwork(id), ...artist, ...hangings.map(({ room }) => tags.exhibition(room.exhibition.id))]
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
    artistId: row.owner && hasPage(row.owner) ? row.owner.id : null,
    hangsIn: [...places.values()].map(({ slug, titleEn, titleZh }) => ({ slug, title: { en: titleEn, zh: titleZh } })),
  }
}

type Owner = NonNullable<ArtworkRow['owner']>

const hasPage = ({ pageOpenedAt, hiddenAt, bannedAt }: Owner) => pageOpenedAt !== null && !hiddenAt && !bannedAt
