import { availableParallelism } from 'node:os'
import type { PortraitQuality } from '@/lib/contracts/portraits'
import type { RgbPicture } from '@/lib/painting/rgb-picture'
import { Easel } from './easel'
import { findModels } from './find-models'
import { paintPhoto } from './paint-photo'
import { LESSONS } from './painter'
import { PainterError } from './painter-error'
import { resizePicture } from './resize-picture'
import { studyPainting } from './study-painting'
import type { PainterStyle } from './thread-messages'

export interface PictureRequest {
  /** Eight-bit sRGB, three bytes a pixel. */
  rgb: Uint8Array
  width: number
  height: number
  /** A master's id, or a style's numbers. */
  style: string | PainterStyle
  /** 0 (the picture as it is) to 1 (the full painting, if left out). */
  strength?: number
  /** 0 (fine) to 1 (broad); between the two where left out. */
  strokes?: number
  quality?: PortraitQuality
  keepColours?: boolean
  /** Of the canvas' grain; 0 where left out. */
  seed?: number
  /** Long side of the result, px; the picture's own where left out. */
  longSide?: number
}

export interface PaintedPicture {
  rgb: Uint8Array
  width: number
  height: number
  modelName: string
  modelVersion: string
}

let easel: Promise<Easel> | undefined

async function openEasel(): Promise<Easel> {
  const [model] = (await findModels()).models
  if (!model) throw new PainterError('model_damaged', 'There is no model to paint with.')
  return Easel.open(model, { providers: ['cpu'], threads: availableParallelism(), budgetMs: Number.POSITIVE_INFINITY })
}

/** What is needed to paint in the manner of a painting (encoded), with the house's own model. */
export async function studyPicture(painting: Uint8Array): Promise<PainterStyle> {
  easel ??= openEasel()
  const style = await studyPainting(await easel, painting, LESSONS)
  if (!style) throw new Error('Nobody cancelled this study.')
  return style
}

/**
 * Paints one picture in this very thread: for scripts. Servers use createPainter, which does not block.
 * @throws PainterError `style_missing` for an unknown style
 */
export async function paintPicture(request: PictureRequest): Promise<PaintedPicture> {
  easel ??= openEasel()
  const at = await easel
  const { name: modelName, version: modelVersion, styles } = at.model
  const { strength = 1, strokes = 0.5, quality = 'PAINTING', keepColours = false, seed = 0 } = request
  const style = typeof request.style === 'string' ? styles.find(({ id }) => id === request.style) : request.style
  if (!style) throw new PainterError('style_missing', `There is no style ${request.style}.`)
  const own: RgbPicture = { data: request.rgb, width: request.width, height: request.height }
  const longSide = request.longSide ?? Math.max(own.width, own.height)
  const photo = await resizePicture(own, longSide)
  const wish = {
    modelName,
    modelVersion,
    style,
    blend: null,
    strength,
    strokes,
    longSide,
    quality,
    keepColours,
    seed,
    steps: null,
  }
  const painted = await paintPhoto(at, photo, wish, {
    onPreview: null,
    isCancelled: () => false,
    isStopped: () => false,
  })
  if (!painted) throw new Error('Nobody cancelled this picture.')
  return { rgb: painted.painting.data, width: photo.width, height: photo.height, modelName, modelVersion }
}
