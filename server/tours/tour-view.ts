import type { Prisma } from '@/generated/prisma/client'
import type { TourView } from '@/lib/contracts/tours'

export const tourSelect = {
  id: true,
  titleEn: true,
  titleZh: true,
  textEn: true,
  textZh: true,
  isPublished: true,
  version: true,
  stops: {
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      artworkId: true,
      textEn: true,
      textZh: true,
      pauseSeconds: true,
      audioEnSha256: true,
      audioZhSha256: true,
    },
  },
} as const satisfies Prisma.TourSelect

type Row = Prisma.TourGetPayload<{ select: typeof tourSelect }>

const voiceUrl = (stopId: string, language: 'en' | 'zh', sha256: string | null) =>
  sha256 && `/api/tour-stops/${stopId}/voice/${language}?v=${sha256.slice(0, 12)}`

export function tourView({ titleEn, titleZh, textEn, textZh, stops, ...rest }: Row): TourView {
  return {
    ...rest,
    title: { en: titleEn, zh: titleZh },
    text: { en: textEn, zh: textZh },
    stops: stops.map((stop) => ({
      id: stop.id,
      artworkId: stop.artworkId,
      text: { en: stop.textEn, zh: stop.textZh },
      pauseSeconds: stop.pauseSeconds,
      audio: { en: voiceUrl(stop.id, 'en', stop.audioEnSha256), zh: voiceUrl(stop.id, 'zh', stop.audioZhSha256) },
    })),
  }
}
