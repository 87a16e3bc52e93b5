import type { Prisma } from '@/generated/prisma/client'
import type { FailureCode } from '@/lib/contracts/errors'
import type { PortraitStage, PortraitView } from '@/lib/contracts/portraits'
import { pictureSelect, pictureView } from '@/server/storage/picture-view'

/** What portraitView needs of an order. */
export const portraitSelect = {
  id: true,
  status: true,
  attempt: true,
  sequence: true,
  stage: true,
  progress: true,
  previewKey: true,
  strength: true,
  longSide: true,
  keepColours: true,
  failureCode: true,
  artworkId: true,
  createdAt: true,
  finishedAt: true,
  photo: { select: pictureSelect },
  painting: { select: pictureSelect },
  style: { select: { id: true, titleEn: true, titleZh: true, artistEn: true, artistZh: true } },
} as const satisfies Prisma.PortraitOrderSelect

type Row = Prisma.PortraitOrderGetPayload<{ select: typeof portraitSelect }>

/** The address of the latest preview; the version in it makes each one cacheable for its owner. */
export function previewUrl(order: {
  id: string
  attempt: number
  sequence: number
  previewKey: string | null
}): string | null {
  return order.previewKey && `/api/portraits/${order.id}/preview?v=${order.attempt}-${order.sequence}`
}

export function portraitView(
  row: Row,
  queue: { position: number; seconds: number | null } | null = null,
): PortraitView {
  return {
    id: row.id,
    status: row.status,
    attempt: row.attempt,
    sequence: row.sequence,
    stage: row.stage as PortraitStage | null,
    progress: row.progress,
    previewUrl: previewUrl(row),
    queuePosition: queue?.position ?? null,
    estimateSeconds: queue?.seconds ?? null,
    style: {
      id: row.style.id,
      title: { en: row.style.titleEn, zh: row.style.titleZh },
      artist: { en: row.style.artistEn, zh: row.style.artistZh },
    },
    strength: row.strength,
    size: row.longSide,
    keepColours: row.keepColours,
    photo: pictureView(row.photo),
    painting: row.painting && pictureView(row.painting),
    failure: row.failureCode as FailureCode | null,
    artworkId: row.artworkId,
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  }
}
