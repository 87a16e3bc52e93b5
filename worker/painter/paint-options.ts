import type { Preview, Sitter } from './thread-messages'

/** What whoever has something painted may want besides, on this side of the thread. */
export interface PaintOptions {
  /** Others wait for a painting: leaves cores to the rest of the house (`sparedCores`). */
  sparesCores?: boolean
  /** A true intermediate painting; sizes grow. Not called for the finished picture. Left out, none is painted. */
  onPreview?: (preview: Preview) => void
  /** Drops the picture. */
  signal?: AbortSignal
  /** Refines no further: what is there becomes the painting. */
  stop?: AbortSignal
}

export interface StudyOptions {
  /** Drops the study. */
  signal?: AbortSignal
  /** The house's own, as it is when its turn comes, where left out. */
  model?: { name: string; version: string } | null
  /** Who is sketched meanwhile, for `onPreview`: a picture now and then, whose progress is the study's. */
  sitter?: Sitter | null
  onPreview?: (preview: Preview) => void
}
