/**
 * What one room may hold so that every visitor's device can show it: each work at 1024 px, with its smaller copies, is a third of
 * what a card of 2015 gives a page, and what the hall's own ladder of sizes can still step down from on a phone.
 */
export const roomBudget = { works: 48, textureBytes: 192 * 2 ** 20 } as const

/** Width at which a work counts, pixels: the one that it has from a normal distance. */
const countedWidth = 1024
const bytesPerPixel = 4
/** All smaller copies of a texture together add a third to it. */
const withMipmaps = 4 / 3

/** Graphics memory that a work takes in the hall, bytes. `width` and `height` are its picture's pixels. */
export function textureBytes({ width, height }: { width: number; height: number }): number {
  const shown = Math.min(width, countedWidth)
  return Math.round(shown * Math.max(1, Math.round((shown * height) / width)) * bytesPerPixel * withMipmaps)
}

export interface RoomLoad {
  works: number
  textureBytes: number
}

export function roomLoad(pictures: { width: number; height: number }[]): RoomLoad {
  return { works: pictures.length, textureBytes: pictures.reduce((sum, picture) => sum + textureBytes(picture), 0) }
}
