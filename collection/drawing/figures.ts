import { type Rgb, scale } from '@/collection/drawing/colour'
import type { Raster } from '@/collection/drawing/raster'
import { curve, dab, fill, type Point, stroke } from '@/collection/drawing/strokes'

type Person = {
  /** Between the feet. */
  at: Point
  tall: number
  coat: Rgb
  legs: Rgb
  skin: Rgb
  /** Length of the pace relative to height, 0 stands. */
  pace?: number
  /** 1 with a long skirt instead of a coat. */
  skirt?: boolean
  hat?: Rgb
  /** -1 when light comes from the left, 1 from the right. */
  side: number
}

/** A person walking or standing, seen small and from behind: coat or skirt, hat, light along one side. */
export const drawPerson = (r: Raster, person: Person): void => {
  const {
    at: [u, v],
    tall: h,
    coat,
    side,
  } = person
  const pace = (person.pace ?? 0.1) * h
  const lit = scale(coat, 2.1)
  for (const s of [-1, 1]) {
    const knee: Point = [u + s * pace * 0.6 + 0.01 * h, v - h * 0.25]
    curve(r, [[u, v - h * 0.48], knee, [u + s * pace, v - h * 0.015]], [h * 0.075, h * 0.045], person.legs)
    stroke(
      r,
      [u + s * pace, v - h * 0.012],
      [u + s * pace + h * 0.05, v - h * 0.008],
      [h * 0.035, h * 0.03],
      person.legs,
    )
  }
  const hem = person.skirt ? 0.04 : 0.36
  const wide = person.skirt ? 0.17 : 0.115
  const shape: Point[] = [
    [u - h * 0.085, v - h * 0.8],
    [u + h * 0.085, v - h * 0.8],
    [u + h * 0.085, v - h * 0.58],
    [u + h * wide, v - h * (hem + 0.15)],
    [u + h * (wide + 0.02), v - h * hem],
    [u - h * wide, v - h * hem],
    [u - h * (wide - 0.02), v - h * (hem + 0.15)],
    [u - h * 0.078, v - h * 0.58],
  ]
  fill(r, shape, (x, y) => {
    const across = ((x - u) / (h * 0.12)) * side
    const fold = 0.12 * Math.sin((x - u) * (90 / h) * 0.35 + y * 20)
    return scale(coat, 0.75 + 0.55 * Math.max(0, across) + fold)
  })
  stroke(
    r,
    [u + side * h * 0.075, v - h * 0.79],
    [u + side * h * 0.085, v - h * (hem + 0.2)],
    [h * 0.028, h * 0.02],
    lit,
    lit,
    0.75,
  )
  for (const s of [-1, 1]) {
    const hand: Point = [u + s * h * 0.11 - s * pace * 0.5, v - h * 0.46]
    curve(
      r,
      [[u + s * h * 0.08, v - h * 0.77], [u + s * h * 0.13, v - h * 0.62], hand],
      [h * 0.055, h * 0.04],
      s === side ? scale(coat, 1.35) : scale(coat, 0.8),
    )
    dab(r, hand, [h * 0.018, h * 0.022], person.skin, { soft: 0.3 })
  }
  stroke(r, [u, v - h * 0.79], [u + h * 0.005, v - h * 0.86], [h * 0.05, h * 0.05], scale(person.skin, 0.75))
  dab(r, [u + h * 0.006, v - h * 0.905], [h * 0.05, h * 0.06], scale(person.skin, 0.85), { soft: 0.18 })
  dab(r, [u + h * 0.004 - side * h * 0.008, v - h * 0.915], [h * 0.047, h * 0.056], scale(person.legs, 0.9), {
    soft: 0.25,
  })
  if (person.hat) {
    dab(r, [u + h * 0.006, v - h * 0.962], [h * 0.055, h * 0.04], person.hat, { soft: 0.15 })
    dab(r, [u + h * 0.008, v - h * 0.94], [h * 0.1, h * 0.017], scale(person.hat, 0.8), { soft: 0.2 })
  }
}
