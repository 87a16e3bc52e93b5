/** Eight-bit sRGB, three bytes a pixel, row by row from the top left. */
export interface RgbPicture {
  data: Uint8Array
  width: number
  height: number
}

/** Width and height of the same proportions with the given long side (px); never below 1. */
export const fitLongSide = (width: number, height: number, longSide: number): { width: number; height: number } => {
  const scale = longSide / Math.max(width, height)
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}
