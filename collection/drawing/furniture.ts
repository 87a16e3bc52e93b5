import { hex, mix, type Rgb, ramp, scale } from '@/collection/drawing/colour'
import { clamp, smoothstep } from '@/collection/drawing/maths'
import type { Noise } from '@/collection/drawing/noise'
import { box, type Field } from '@/collection/drawing/solid-fields'
import type { Solid } from '@/collection/drawing/solids'

/** Colour of floorboards that run away from the viewer, joints and grain included. */
export const boards = (noise: Noise, dark: string, pale: string) => {
  const tint = ramp(dark, pale)
  return (x: number, _y: number, z: number): Rgb => {
    const plank = Math.floor(x / 0.32)
    const seam = smoothstep(0.03, 0.0, Math.abs(((((x / 0.32) % 1) + 1) % 1) - 0.5) < 0.47 ? 0.03 : 0)
    const grain = noise.fbm(x * 14 + plank * 5, z * 1.1 + plank * 7, 4)
    return scale(tint(clamp(0.5 + grain * 0.7 + noise.at(plank * 3.3, 2) * 0.35)), 1 - seam * 0.5)
  }
}

/** A rush-seated chair whose seat's middle stands over (x, z), facing the viewer. */
export const chair = (x: number, z: number, wood: Rgb): Solid[] => {
  const part = (cx: number, cy: number, cz: number, w: number, h: number, d: number): Field =>
    box(cx, cy, cz, w, h, d, 0.015)
  const parts = [
    part(x, 0.48, z, 0.24, 0.025, 0.23),
    ...[-0.21, 0.21].flatMap((dx) => [
      part(x + dx, 0.24, z - 0.2, 0.022, 0.25, 0.022),
      part(x + dx, 0.52, z + 0.2, 0.022, 0.53, 0.022),
    ]),
    part(x, 0.98, z + 0.2, 0.22, 0.035, 0.018),
    part(x, 0.8, z + 0.2, 0.22, 0.03, 0.015),
    part(x, 0.65, z + 0.2, 0.22, 0.03, 0.015),
    part(x, 0.22, z - 0.2, 0.21, 0.015, 0.015),
  ]
  return [
    {
      field: (px, py, pz) => Math.min(...parts.map((f) => f(px, py, pz))),
      bound: [x, 0.52, z, 0.7],
      colour: (px, py) =>
        py > 0.47 && py < 0.515 ? mix(hex('#d9b060'), hex('#b5843c'), 0.5 + 0.5 * Math.sin(px * 90)) : wood,
      gloss: 0.25,
    },
  ]
}
