import type { PortraitQuality } from '@/lib/contracts/portraits'
import type { RgbPicture } from '@/lib/painting/rgb-picture'
import type { Easel } from './easel'
import { type LossMeter, lossMeter } from './loss-meter'
import { type Manner, mannerOf } from './manner'
import { paintInTiles } from './paint-in-tiles'
import { paintOnce } from './paint-once'
import { refineStage } from './refine-stage'
import { resizePicture, resizeTo } from './resize-picture'
import { planStages, refinedUpTo } from './stages'
import type { PaintRequest, PaintResult, Preview } from './thread-messages'

/** Larger pictures are painted in tiles: one run would take memory that grows with the picture. */
const LARGEST_RUN = 1024

export type PaintedPreview = Omit<Preview, 'picture'> & { painting: RgbPicture }

export interface Wishes {
  /** Null: stages that are only looked at are not painted. */
  onPreview: ((preview: PaintedPreview) => Promise<unknown>) | null
  /** Asked between runs of a network. */
  isCancelled: () => boolean
  /** Refine no further. */
  isStopped: () => boolean
  /** The loss is wanted of a picture that is not refined, too: it costs a quarter of painting one of 512 px (docs/decisions/0230). */
  isMeasured?: boolean
}

export interface PaintedPhoto extends Pick<PaintResult, 'steps' | 'loss' | 'end'> {
  painting: RgbPicture
  /** The quality that was really painted. */
  quality: PortraitQuality
}

/** One run of the network, or as many as the picture needs; null where it was cancelled. */
async function paintStage(
  easel: Easel,
  photo: RgbPicture,
  manner: Manner,
  under: RgbPicture | null,
  isCancelled: () => boolean,
): Promise<RgbPicture | null> {
  const tiles = Math.max(photo.width, photo.height) > LARGEST_RUN ? await easel.network('tiles') : null
  if (tiles && manner.code) return paintInTiles(tiles, photo, manner, under, isCancelled)
  return paintOnce(await easel.stylizer(), photo, manner, under)
}

/**
 * Paints a photo, which has the size of the finished picture, coarse to fine.
 * @returns null where it was cancelled
 * @throws PainterError
 */
export async function paintPhoto(
  easel: Easel,
  photo: RgbPicture,
  request: Omit<PaintRequest, 'photo'>,
  { onPreview, isCancelled, isStopped, isMeasured = false }: Wishes,
): Promise<PaintedPhoto | null> {
  const manner = mannerOf(request, easel.model)
  const canRefine = manner.targetAt !== null && manner.strength > 0 && easel.model.target !== null
  const { quality, steps } = request
  const longSide = Math.max(photo.width, photo.height)
  const plan = planStages({ quality, longSide, canRefine, steps })
  const isRefined = plan.quality === 'MASTER'
  // Opened when first used: nothing is to come before the first picture.
  let meter: LossMeter | null = null
  const lossOf = async (picture: RgbPicture, size: number) => {
    if (!isRefined && !isMeasured) return null
    meter ??= await lossMeter(easel, photo, manner)
    return meter?.(picture, size) ?? null
  }
  /** What is refined is shown as it is: its loss is known without another look. */
  const isPlain = manner.strength === 1 && !manner.keepColours
  // A small picture is refined larger than it is for a while.
  const noLarger = async (picture: RgbPicture) =>
    picture.width > photo.width ? resizeTo(picture, photo.width, photo.height) : picture
  let painting = photo
  let under: RgbPicture | null = null
  let progress = 0
  const refined: Pick<PaintResult, 'steps' | 'end'> = { steps: 0, end: null }
  for (const [i, planned] of plan.stages.entries()) {
    const { stage } = planned
    if (!onPreview && planned.isPreview) continue
    if (isCancelled()) return null
    const shown = await resizePicture(photo, planned.longSide)
    if (planned.steps === 0) {
      const next = await paintStage(easel, shown, manner, under, isCancelled)
      if (!next) return null
      painting = next
      const isLast = i === plan.stages.length - 1
      if (onPreview && !isLast) {
        const loss = stage === 'sketch' ? null : await lossOf(painting, planned.longSide)
        await onPreview({ stage, progress: planned.progress, loss, painting })
      }
    } else if (refined.end === 'stop' || refined.end === 'budget') {
      // What is to be refined no further only gets its size.
      painting = await resizeTo(painting, shown.width, shown.height)
    } else {
      const from = progress
      const found = await refineStage(
        easel,
        shown,
        planned.longSide > longSide ? painting : await noLarger(painting),
        manner,
        planned,
        { isCancelled, isStopped },
        async (step) => {
          if (!onPreview) return
          const reached = from + (planned.progress - from) * step.part * 0.999
          const loss = isPlain ? step.loss : await lossOf(step.painting, planned.longSide)
          await onPreview({ stage, progress: reached, loss, painting: await noLarger(step.painting) })
        },
      )
      if (!found) return null
      painting = found.painting
      Object.assign(refined, { steps: refined.steps + found.steps, end: found.end })
    }
    progress = planned.progress
    under = planned.isUnderpainting ? painting : null
  }
  if (isCancelled()) return null
  const kept = await resizeTo(painting, photo.width, photo.height)
  const loss = isMeasured || refined.steps > 0 ? await lossOf(kept, refinedUpTo(longSide)) : null
  return { ...refined, loss, quality: plan.quality, painting: kept }
}
