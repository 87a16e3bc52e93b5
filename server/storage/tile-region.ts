import { finestLevel, tiling } from '@/lib/contracts/pictures'

export interface Region {
  left: number
  top: number
  width: number
  height: number
  /** Pixels of the tile. */
  shownWidth: number
  shownHeight: number
}

/** What a tile shows of a picture, in the picture's own pixels; null for a tile that it does not have. */
export function regionOf(width: number, height: number, level: number, column: number, row: number): Region | null {
  const finest = finestLevel(width, height)
  if (level > finest) return null
  const scale = 2 ** (finest - level)
  const across = stretchOf(Math.ceil(width / scale), column)
  const down = stretchOf(Math.ceil(height / scale), row)
  if (!across || !down) return null
  const [left, top] = [across.from * scale, down.from * scale]
  return {
    left,
    top,
    width: Math.min(width, across.to * scale) - left,
    height: Math.min(height, down.to * scale) - top,
    shownWidth: across.to - across.from,
    shownHeight: down.to - down.from,
  }
}

function stretchOf(size: number, index: number): { from: number; to: number } | null {
  if (index * tiling.side >= size) return null
  const from = Math.max(0, index * tiling.side - tiling.overlap)
  return { from, to: Math.min(size, (index + 1) * tiling.side + tiling.overlap) }
}
