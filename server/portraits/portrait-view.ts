import type { Prisma } from '@/generated/prisma/client'
import type { FailureCode } from '@/lib/contracts/errors'
import type { PortraitStage, PortraitView, RefinementEnd } from '@/lib/contracts/portraits'
import { pictureSelect, pictureView } from '@/server/storage/picture-view'
import { signUrl } from '@/server/storage/sign-url'
import { isStoppable } from './is-stoppable'

const mannerSelect = { id: true, titleEn: true, titleZh: true, artistEn: true, artistZh: true } as const

/** What portraitView needs of an order. */
export const portraitSelect = {
  id: true,
  status: true,
  attempt: true,
  sequence: true,
  stage: true,
  progress: true,
  loss: true,
  steps: true,
  stopRequestedAt: true,
  previewKey: true,
  quality: true,
  strength: true,
  strokes: true,
  blendPart: true,
  longSide: true,
  keepColours: true,
  wishedQuality: true,
  wishedLongSide: true,
  allowedSteps: true,
  failureCode: true,
  artworkId: true,
  createdAt: true,
  finishedAt: true,
  photo: { select: pictureSelect },
  painting: { select: pictureSelect },
  style: { select: mannerSelect },
  blend: { select: mannerSelect },
  result: { select: { end: true } },
} as const satisfies Prisma.PortraitOrderSelect

type Row = Prisma.PortraitOrderGetPayload<{ select: typeof portraitSelect }>

const mannerView = ({ id, titleEn, titleZh, artistEn, artistZh }: Row['style']) => ({
  id,
  title: { en: titleEn, zh: titleZh },
  artist: { en: artistEn, zh: artistZh },
})

/** The path that `access` of a preview signs: this step of this order. */
export const previewPath = (orderId: string, version: string) => `/api/portraits/${orderId}/preview?v=${version}`

/** The address of the latest preview, good for some hours; the version in it makes each one cacheable for its owner. */
export function previewUrl(order: {
  id: string
  attempt: number
  sequence: number
  previewKey: string | null
}): string | null {
  if (!order.previewKey) return null
  const path = previewPath(order.id, `${order.attempt}-${order.sequence}`)
  return `${path}&access=${signUrl(path)}`
}

/** What the hour left out of the wish; null for nothing. */
function cutOf({ wishedQuality, wishedLongSide, allowedSteps, quality, longSide }: Row): PortraitView['cut'] {
  if (wishedQuality === null && wishedLongSide === null && allowedSteps === null) return null
  return { quality: wishedQuality ?? quality, size: wishedLongSide ?? longSide, steps: allowedSteps }
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
    loss: row.loss,
    steps: row.steps,
    end: (row.result?.end ?? null) as RefinementEnd | null,
    isStoppable: isStoppable(row),
    previewUrl: previewUrl(row),
    queuePosition: queue?.position ?? null,
    estimateSeconds: queue?.seconds ?? null,
    style: mannerView(row.style),
    blend: row.blend && { ...mannerView(row.blend), part: row.blendPart },
    quality: row.quality,
    strength: row.strength,
    strokes: row.strokes,
    size: row.longSide,
    keepColours: row.keepColours,
    cut: cutOf(row),
    // The owner sees both whether or not the painting hangs somewhere.
    photo: pictureView(row.photo, 'PRIVATE'),
    painting: row.painting && pictureView(row.painting, 'PRIVATE'),
    failure: row.failureCode as FailureCode | null,
    artworkId: row.artworkId,
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  }
}
