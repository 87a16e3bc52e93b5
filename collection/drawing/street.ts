/** A street seen along its length: eye height and half width in metres, focal length and v of the horizon, u of its end. */
export type Canyon = { eye: number; focal: number; half: number; horizon: number; middle: number }

/** A steady number in [0, 1) for a window or a house. */
export const lot = (a: number, b: number, c: number): number => {
  const s = Math.sin(a * 127.1 + b * 311.7 + c * 74.7) * 43758.5453
  return s - Math.floor(s)
}

/** Whether (u, v) shows the street's ground. */
export const groundAt = (street: Canyon, u: number, v: number): boolean => {
  const down = v - street.horizon
  if (down <= 0.003) return false
  const z = (street.eye * street.focal) / down
  return (Math.abs(u - street.middle) * z) / street.focal < street.half
}
