import type { Bilingual } from './common'
import type { PortraitQuality } from './portraits'

/** What the operator's page shows. It is rendered on the server and crosses no border: types are enough. */

export interface WorkerView {
  id: string
  modelName: string
  modelVersion: string
  /** onnxruntime's execution provider: `cpu`, `cuda` and so on. */
  provider: string
  /** Seconds of painting for a megapixel; null before the first painting. */
  secondsPerMegapixel: number | null
  /** Networks that it has, as `name version`, and those of them that it holds open. */
  models: string[]
  warm: string[]
  /** Long sides that it takes, px. */
  sizes: number[]
  /** Orders that it paints now, and at most at once. */
  busy: number
  concurrency: number
  /** An operator wants it to take nothing new. */
  isDrained: boolean
  /** Its own sentences, in English: providers that are not to be had, models that were refused. */
  notes: string[]
  /** ISO 8601. */
  startedAt: string
  /** Seconds since it last reported. */
  unheardSeconds: number
  /** It has missed so many reports that nobody counts on it. */
  isSilent: boolean
}

/** A network, and how many manners of it can be ordered. */
export interface ModelView {
  name: string
  version: string
  manners: number
}

/** Manners that can be ordered, as the networks' manifests name them. */
export interface MannersView {
  masters: { id: string; title: Bilingual; artist: Bilingual; year: string; model: string }[]
  /** Works whose manner somebody wished, and those of them that were studied. */
  ofWorks: number
  learned: number
}

export interface PaintingTime {
  quality: PortraitQuality
  paintings: number
  /** Milliseconds of painting, without waiting; null where nothing was painted. */
  averageMs: number | null
}

export interface QueueView {
  queued: number
  painting: number
  /** Age of the oldest queued order in seconds; null when none waits. */
  oldestQueuedSeconds: number | null
  /** These, and the times, are of the last 24 hours. */
  painted: number
  failed: number
  /** Orders that stopped two workers and are tried no more, of whatever age. */
  setAside: number
  /** One for each quality, from quick to thorough. */
  times: PaintingTime[]
}
