/** Limits x to [low, high]. */
export const clamp = (x: number, low = 0, high = 1): number => (x < low ? low : x > high ? high : x)

/** Linear blend of a and b. */
export const lerp = (a: number, b: number, t: number): number => a + (b - a) * t

/** Hermite step: 0 below a, 1 above b (or the reverse where a > b). */
export const smoothstep = (a: number, b: number, x: number): number => {
  const t = clamp((x - a) / (b - a))
  return t * t * (3 - 2 * t)
}

/** A bell around centre: 1 in the middle, e^-1 at `width` from it. */
export const bell = (x: number, centre: number, width: number): number => Math.exp(-(((x - centre) / width) ** 2))

/** Euclidean length, without Math.hypot's care for overflow and its price. */
export const len2 = (x: number, y: number): number => Math.sqrt(x * x + y * y)
export const len3 = (x: number, y: number, z: number): number => Math.sqrt(x * x + y * y + z * z)
