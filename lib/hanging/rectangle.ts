import type { Point } from './plan'

/** Corners of a rectangle on the floor: half its length along, half its depth across, metres; turned to the left by radians. */
export function rectangle(middle: Point, along: number, across: number, turn: number): Point[] {
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
  const signs: Point[] = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ]
  return signs.map(([a, b]) => [
    middle[0] + a * along * cos + b * across * sin,
    middle[1] - a * along * sin + b * across * cos,
  ])
}
