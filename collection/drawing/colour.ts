import { clamp } from '@/collection/drawing/maths'

/** Linear light, 0 is black and 1 the white of the canvas; lamps and suns may exceed 1. */
export type Rgb = readonly [number, number, number]

const toLinear = (byte: number): number => {
  const s = byte / 255
  return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4
}

/** Colour from `#rrggbb` as it looks on a screen. */
export const hex = (code: string): Rgb => {
  const n = Number.parseInt(code.slice(1), 16)
  return [toLinear((n >> 16) & 255), toLinear((n >> 8) & 255), toLinear(n & 255)]
}

export const mix = (a: Rgb, b: Rgb, t: number): Rgb => [
  a[0] + (b[0] - a[0]) * t,
  a[1] + (b[1] - a[1]) * t,
  a[2] + (b[2] - a[2]) * t,
]

export const scale = (a: Rgb, k: number): Rgb => [a[0] * k, a[1] * k, a[2] * k]
export const add = (a: Rgb, b: Rgb, k = 1): Rgb => [a[0] + b[0] * k, a[1] + b[1] * k, a[2] + b[2] * k]
export const times = (a: Rgb, b: Rgb): Rgb => [a[0] * b[0], a[1] * b[1], a[2] * b[2]]

/** A ramp through evenly spaced colours; t in [0, 1]. Mixed in a perceptual (square root) scale, as a painter would. */
export const ramp = (...codes: string[]): ((t: number) => Rgb) => {
  const stops = codes.map((code) => hex(code).map(Math.sqrt) as unknown as Rgb)
  const last = stops.length - 1
  return (t) => {
    const at = clamp(t) * last
    const i = Math.min(last - 1, Math.floor(at))
    const m = mix(stops[i] as Rgb, stops[i + 1] as Rgb, at - i)
    return [m[0] * m[0], m[1] * m[1], m[2] * m[2]]
  }
}
