import type { Prisma } from '@/generated/prisma/client'
import { type DepotWork, type Label, labelFields } from '@/lib/contracts/depot'
import { artworkSelect, artworkView } from '@/server/artworks/artwork-view'

export function depotSelect(now = new Date()) {
  const { hangings: _public, ...columns } = artworkSelect(now)
  return {
    ...columns,
    tags: true,
    rights: true,
    version: true,
    fileName: true,
    sourceUrl: true,
    hiddenAt: true,
    takesComments: true,
    depotAt: true,
    hangings: {
      select: {
        room: {
          select: {
            exhibition: {
              select: {
                id: true,
                slug: true,
                titleEn: true,
                titleZh: true,
                status: true,
                opensAt: true,
                closesAt: true,
              },
            },
          },
        },
      },
      orderBy: { createdAt: 'asc' },
    },
  } as const satisfies Prisma.ArtworkSelect
}

export type DepotRow = Prisma.ArtworkGetPayload<{ select: ReturnType<typeof depotSelect> }>

export function depotWork(row: DepotRow, now = new Date()): DepotWork {
  const places = new Map(row.hangings.map(({ room }) => [room.exhibition.slug, room.exhibition]))
  return {
    artwork: artworkView({ ...row, hangings: row.hangings.filter(({ room }) => isOpen(room.exhibition, now)) }),
    label: labelOf(row),
    version: row.version,
    fileName: row.fileName,
    sourceUrl: row.sourceUrl,
    ownerName: row.owner?.name ?? null,
    isHidden: row.hiddenAt !== null,
    takesComments: row.takesComments,
    places: [...places.values()].map((place) => ({
      slug: place.slug,
      title: { en: place.titleEn, zh: place.titleZh },
      isOpen: isOpen(place, now),
    })),
  }
}

/** A work's own columns that stand on its label. */
export function labelOf(row: Label): Label {
  return Object.fromEntries(labelFields.map((field) => [field, row[field]])) as Label
}

type Place = DepotRow['hangings'][number]['room']['exhibition']

/** As `isOpenNow` asks of the database. */
function isOpen({ status, opensAt, closesAt }: Place, now: Date): boolean {
  const hasBegun = status === 'OPEN' || (status === 'SCHEDULED' && opensAt !== null && opensAt <= now)
  return hasBegun && (closesAt === null || closesAt > now)
}
