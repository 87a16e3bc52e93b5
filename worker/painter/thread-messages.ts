import type { PortraitQuality, PortraitStage } from '@/lib/contracts/portraits'
import type { PainterErrorCode } from './painter-error'
import type { MasterStyle } from './read-styles'

/** What the painting thread is started with. */
export interface ThreadSettings {
  /** Folders with models, the house's own first. */
  modelFolders: string[]
  /** Bytes of networks that may be held open at once. */
  modelBytes: number
  providers: string[]
  threads: number
  /** The same for a picture that spares cores. */
  sparingThreads: number
  /** See EaselSettings. */
  budgetMs: number
  /** Steps of a study, for each of a style's two codes. */
  lessons: number
  /** URL of a module whose `openSession` opens the networks; onnxruntime itself where left out. */
  sessionsFrom?: string
  /** Shared flags, see `Flag`: a message would wait behind the running session. */
  flags: SharedArrayBuffer
}

/** Places in the shared flags; not 0 is yes. */
export const Flag = {
  /** Drop the present picture, or study. */
  cancel: 0,
  /** Refine no further: what is there is the painting. */
  stop: 1,
} as const

/** A painting's manner as the painter reads it. */
export interface PainterStyle {
  /** Code for fine strokes, of the model's code length. */
  fine: Float32Array
  /** Code for strokes about twice as broad. */
  broad: Float32Array
  /**
   * What refinement pulls a picture to: one target for each size of the model's, as style-target.ts keeps them; null where there
   * is none: the picture is then not refined.
   */
  target: Float32Array | null
}

/** A manner that was learned, and the model that its numbers belong to. */
export interface StudiedStyle extends PainterStyle {
  modelName: string
  modelVersion: string
}

export interface PaintRequest {
  /** An encoded picture, any still format that sharp reads. */
  photo: Uint8Array
  /** Name and version of the model that the style's numbers belong to. */
  modelName: string
  modelVersion: string
  style: PainterStyle
  /** A second manner, and its part, 0 (the first alone) to 1 (the second alone); null for none. */
  blend: { style: PainterStyle; part: number } | null
  /** 0 (the photo) to 1 (the full painting). */
  strength: number
  /** 0 (fine) to 1 (broad). */
  strokes: number
  /** Long side of the result, px. */
  longSide: number
  quality: PortraitQuality
  keepColours: boolean
  /** Of the canvas' grain: another seed lays the strokes of plain walls and skies a little differently. */
  seed: number
  /** Refinement steps at most; null for as many as the quality has. Load may lower it. */
  steps: number | null
}

/** Why refinement ended: as many steps as were asked for, no progress any more, out of time, or because somebody said so. */
export type RefinementEnd = 'steps' | 'plateau' | 'budget' | 'stop'

export interface PaintResult {
  /** JPEG without metadata. */
  picture: Uint8Array
  width: number
  height: number
  /** The quality that was really painted. */
  quality: PortraitQuality
  /** Refinement steps done, and the loss of the picture itself, as in `Preview`; 0 and null where nothing was refined. */
  steps: number
  loss: number | null
  /** Null where nothing was refined. */
  end: RefinementEnd | null
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
  /** JPEG. */
  picture: Uint8Array
  progress: number
  /**
   * Refinement's loss (style, and weighted the photo's structure) of this very picture, looked at at the size that it is worked at: of
   * two sizes it cannot be compared. Null for the sketch, which is to come at once, and for orders that are not refined, whose lessons
   * alone are measured (docs/decisions/0230).
   */
  loss: number | null
}

/** Who is sketched, in what is known of a manner, while it is studied. */
export type Sitter = Pick<PaintRequest, 'photo' | 'strength' | 'strokes' | 'keepColours' | 'seed'>

/** Stages that nobody looks at are not painted. */
export type ToThread =
  | { kind: 'paint'; request: PaintRequest; wantsPreviews: boolean; sparesCores: boolean }
  /** Makes a style of any painting, with the house's own model where none is named. */
  | { kind: 'study'; painting: Uint8Array; model: { name: string; version: string } | null; sitter: Sitter | null }
  /** Is to end, between two runs of the network. */
  | { kind: 'end' }

/** A model as the house keeps it: name, version and what it paints like. */
export interface ShownModel {
  name: string
  version: string
  styles: MasterStyle[]
}

export type FromThread =
  /** Said at the start, and whenever models have come or gone. */
  | { kind: 'ready'; model: PainterModel; models: ShownModel[]; notes: string[] }
  /** Models that were to be taken up cannot be used; those from before stay. */
  | { kind: 'complaint'; message: string }
  | { kind: 'unusable'; code: PainterErrorCode; message: string }
  | ({ kind: 'preview' } & Preview)
  | { kind: 'painted'; result: PaintResult; closedModels: number }
  | { kind: 'studied'; style: StudiedStyle }
  | { kind: 'cancelled' }
  | { kind: 'failed'; code: PainterErrorCode; message: string }
