import type { PlanarPicture } from '@/lib/painting/planar-picture'

/** Where a view's upper left pixel lies in the picture. */
export interface View {
  left: number
  top: number
}

/** Pixels that a view leaves out, left and right together, and top and bottom: the margin's, so that nothing of the picture is lost. */
const CUT = 16

/**
 * Every step looks at the picture a little moved: what suits all of the places is brushwork, what suits one alone is a pattern that only this
 * network, which halves four times, takes for it (docs/decisions/0221). Apart by no multiple of what it halves by.
 */
export const VIEWS: readonly View[] = [
  { left: 0, top: 0 },
  { left: 11, top: 6 },
  { left: 5, top: 13 },
  { left: 14, top: 3 },
]

/** Calls `visit` for every row that is seen, over three planes, with its places in the picture and in what is seen, and its length. */
function eachRow(
  { left, top }: View,
  of: { width: number; height: number },
  visit: (whole: number, part: number, length: number) => void,
): void {
  const [width, height] = [of.width - CUT, of.height - CUT]
  for (let plane = 0; plane < 3; plane++) {
    for (let y = 0; y < height; y++) {
      const row = plane * of.height + top + y
      visit(row * of.width + left, (plane * height + y) * width, width)
    }
  }
}

/** @returns of the picture what the view shows */
export function see(picture: PlanarPicture, view: View): PlanarPicture {
  const [width, height] = [picture.width - CUT, picture.height - CUT]
  const data = new Float32Array(3 * width * height)
  eachRow(view, picture, (whole, part, length) => data.set(picture.data.subarray(whole, whole + length), part))
  return { data, width, height }
}

/** @param gradient with respect to what is seen; the answer is with respect to the whole picture, 0 where nothing of it is seen */
export function placeBack(gradient: Float32Array, view: View, of: { width: number; height: number }): Float32Array {
  const whole = new Float32Array(3 * of.width * of.height)
  eachRow(view, of, (at, part, length) => whole.set(gradient.subarray(part, part + length), at))
  return whole
}
