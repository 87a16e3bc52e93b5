import type { PortraitQuality, PortraitStage } from '@/lib/contracts/portraits'
import type { PainterErrorCode } from './painter-error'

/** What the painting thread is started with. */
export interface ThreadSettings {
  modelFolder: string
  providers: string[]
  threads: number
  /** One 32-bit flag, shared: not 0 asks for the present work to be dropped. A message would wait behind the running session. */
  cancelled: SharedArrayBuffer
}

export interface PaintRequest {
  /** An encoded picture, any still format that sharp reads. */
  photo: Uint8Array
  /** The style, of the model's code length. */
  code: Float32Array
  /** 0 (the photo) to 1 (the full painting). */
  strength: number
  /** Long side of the result, px. */
  longSide: number
  quality: PortraitQuality
  keepColours: boolean
  /** Of the canvas' grain: another seed lays the strokes of plain walls and skies a little differently. */
  seed: number
}

export interface PaintResult {
  /** WebP without metadata. */
  picture: Uint8Array
  width: number
  height: number
  /** The quality that was really painted. */
  quality: PortraitQuality
  provider: string
  modelName: string
  modelVersion: string
  /** Milliseconds from the encoded photo to the encoded painting. */
  paintingMs: number
}

export interface PainterModel {
  name: string
  version: string
  provider: string
  codeLength: number
}

export interface Preview {
  stage: PortraitStage
  /** WebP. */
  webp: Uint8Array
  progress: number
}

/** Stages that nobody looks at are not painted. */
export type ToThread = { kind: 'paint'; request: PaintRequest; wantsPreviews: boolean }

export type FromThread =
  | { kind: 'ready'; model: PainterModel; notes: string[] }
  | { kind: 'unusable'; code: PainterErrorCode; message: string }
  | ({ kind: 'preview' } & Preview)
  | { kind: 'painted'; result: PaintResult }
  | { kind: 'cancelled' }
  | { kind: 'failed'; code: PainterErrorCode; message: string }
