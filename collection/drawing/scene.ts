import { createNoise, type Noise } from '@/collection/drawing/noise'
import { createRandom, type Random } from '@/collection/drawing/random'
import { type Picture, Raster } from '@/collection/drawing/raster'

/** A motif: the same seed and size give the same picture, byte for byte. */
export type Scene = (seed: number, width: number, height: number) => Picture

/** What a scene draws with. */
export type Easel = { r: Raster; random: Random; noise: Noise; a: number }

/** Makes a scene from a function that draws on an easel; `a` is the aspect ratio, `exposure` brightens the whole. */
export const scene =
  (draw: (easel: Easel) => void, exposure = 1): Scene =>
  (seed, width, height) => {
    const r = new Raster(width, height)
    draw({ r, random: createRandom(seed), noise: createNoise(seed + 101), a: r.aspect })
    return r.develop(exposure)
  }
