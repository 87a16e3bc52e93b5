import type { Prisma } from '@/generated/prisma/client'
import type { DeskWork } from '@/lib/contracts/desk'
import { pictureSelect, pictureView } from '@/server/storage/picture-view'

/** What a curator sees of a work where many are listed. */
export const deskWorkSelect = {
  id: true,
  titleEn: true,
  titleZh: true,
  artistEn: true,
  artistZh: true,
  year: true,
  widthCm: true,
  heightCm: true,
  visibility: true,
  picture: { select: pictureSelect },
} as const satisfies Prisma.ArtworkSelect

export function deskWork(row: Prisma.ArtworkGetPayload<{ select: typeof deskWorkSelect }>): DeskWork {
  return {
    id: row.id,
    title: { en: row.titleEn, zh: row.titleZh },
    artist: { en: row.artistEn, zh: row.artistZh },
    year: row.year,
    widthCm: row.widthCm,
    heightCm: row.heightCm,
    picture: pictureView(row.picture, row.visibility),
  }
}
