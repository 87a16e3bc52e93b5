import { hex, mix, type Rgb, ramp, scale } from '@/collection/drawing/colour'
import { bell, clamp, len2, len3, smoothstep } from '@/collection/drawing/maths'
import type { Noise } from '@/collection/drawing/noise'
import {
  ball,
  egg,
  type Field,
  hollowed,
  joined,
  limb,
  paired,
  twin,
  type Vector,
} from '@/collection/drawing/solid-fields'
import { type Solid, unit } from '@/collection/drawing/solids'

/** The head is turned towards the window by this angle; the eyes come back to the viewer. */
const TURN = { c: Math.cos(0.42), s: Math.sin(0.42) }
export const EYE: Vector = [0.28, 0, -0.485]
const EYEBALL = 0.18

/** From the room to the head, whose face looks along -z, chin at y = -0.9 and crown at 1. */
export const toHead = (x: number, y: number, z: number): Vector => [x * TURN.c - z * TURN.s, y, x * TURN.s + z * TURN.c]
export const toRoom = ([x, y, z]: Vector): Vector => [x * TURN.c + z * TURN.s, y, z * TURN.c - x * TURN.s]

/** The almond between the lids around an eye at the origin, negative inside. */
const almond = (x: number, y: number): number => {
  const t = y - x * 0.09
  return Math.max(len2(x + 0.014, t + 0.155) - 0.225, len2(x, t - 0.28) - 0.324)
}

export const face = (): Field => {
  const skull = joined(
    0.3,
    egg(0, 0.32, 0.12, 0.63, 0.66, 0.8),
    egg(0, -0.24, -0.16, 0.53, 0.6, 0.53),
    paired(limb([0.44, -0.42, 0.02], [0.11, -0.76, -0.5], 0.1, 0.11)),
  )
  const fleshed = joined(
    0.2,
    skull,
    paired(ball(0.37, -0.15, -0.38, 0.18)),
    paired(ball(0.26, -0.45, -0.3, 0.2)),
    paired(limb([0.1, 0.2, -0.6], [0.34, 0.21, -0.5], 0.08, 0.075)),
    egg(0, -0.5, -0.54, 0.25, 0.2, 0.22),
    egg(0, -0.79, -0.54, 0.2, 0.12, 0.16),
  )
  const socketed = hollowed(0.16, fleshed, paired(egg(0.27, 0.03, -0.74, 0.19, 0.11, 0.14)))
  const nosed = joined(
    0.09,
    socketed,
    limb([0, 0.12, -0.6], [0, -0.25, -0.81], 0.07, 0.062),
    paired(limb([0.035, 0.06, -0.56], [0.055, -0.26, -0.68], 0.05, 0.045)),
    ball(0, -0.275, -0.825, 0.062),
    paired(egg(0.076, -0.3, -0.74, 0.04, 0.042, 0.075)),
    paired(ball(EYE[0], EYE[1], EYE[2], EYEBALL + 0.022)),
  )
  const lipped = joined(
    0.035,
    nosed,
    paired(limb([0.03, -0.487, -0.745], [0.2, -0.522, -0.62], 0.04, 0.018)),
    paired(limb([0, -0.585, -0.735], [0.06, -0.582, -0.726], 0.05, 0.046)),
    paired(limb([0.06, -0.582, -0.726], [0.19, -0.53, -0.632], 0.046, 0.016)),
  )
  const whole = hollowed(
    0.025,
    lipped,
    twin(egg(0.046, -0.342, -0.8, 0.024, 0.02, 0.035)),
    paired((x, y, z) => Math.max(almond(x - EYE[0], y - EYE[1]), z + 0.575 + 0.5 * Math.max(0, EYE[0] - 0.07 - x))),
  )
  return (x, y, z) => {
    const plain = fleshed(x, y, z)
    return plain > 0.5 ? plain - 0.25 : z > -0.2 ? plain : whole(x, y, z)
  }
}

export const ear = (): Field =>
  paired(
    hollowed(
      0.04,
      joined(0.05, egg(0.64, -0.08, 0.12, 0.06, 0.21, 0.13), egg(0.6, -0.25, 0.08, 0.05, 0.08, 0.07)),
      egg(0.71, -0.07, 0.1, 0.05, 0.13, 0.07),
    ),
  )

/** Outline of the lips as painted, negative inside. */
const lips = joined(
  0.02,
  limb([0.03, -0.497, 0], [0.2, -0.524, 0], 0.045, 0.008),
  limb([0, -0.585, 0], [0.05, -0.582, 0], 0.052, 0.046),
  limb([0.05, -0.582, 0], [0.195, -0.528, 0], 0.046, 0.006),
)

/** Inside it the face is bare. */
export const hairline = joined(0.1, egg(0, -0.2, -0.85, 0.56, 0.94, 0.74), egg(0, -0.66, 0, 0.9, 0.66, 0.42))

const hairMass = joined(
  0.1,
  hollowed(0.12, egg(0, 0.33, 0.16, 0.71, 0.76, 0.86), hairline),
  egg(0, 0.86, 0.72, 0.36, 0.34, 0.32),
)

export const skinColour = (noise: Noise): ((x: number, y: number, z: number) => Rgb) => {
  const brow = (x: number, y: number): number => {
    const t = (x - 0.09) / 0.41
    const line = 0.22 + 0.055 * Math.sin(clamp(t) * 2.5) - 0.03 * t
    const hairs = 0.95 + 0.4 * noise.at(x * 60 - y * 50, y * 20)
    return smoothstep(-0.05, 0.12, t) * smoothstep(1.05, 0.6, t) * bell(y, line, 0.046 - 0.02 * t) * hairs
  }
  return (wx: number, wy: number, wz: number): Rgb => {
    const [sx, y, z] = toHead(wx, wy, wz)
    const x = Math.abs(sx)
    const mottle = noise.fbm(sx * 6, y * 6 + z * 4, 4)
    let c = mix(hex('#e2b08e'), hex('#efc8a8'), clamp(0.5 + mottle))
    if (z > 0.45 || y < -1.05) return c
    const flush = 0.7 * bell(x, 0.4, 0.26) * bell(y, -0.25, 0.24) + 0.8 * bell(x, 0, 0.14) * bell(y, -0.3, 0.12)
    c = mix(c, hex('#cf7660'), clamp(flush * 0.55 + smoothstep(0.54, 0.62, x) * 0.5))
    const under = bell(x, EYE[0], 0.17) * bell(y, -0.11, 0.07)
    c = mix(c, hex('#a8705e'), clamp(under * 0.35))
    c = mix(c, hex('#4a2c1c'), smoothstep(0.09, 0, hairMass(sx, y, z)) * 0.8)
    if (z < -0.4) {
      const rose = mix(hex('#9c4842'), hex('#c4746a'), bell(y, -0.585, 0.035))
      c = mix(c, rose, smoothstep(0.014, -0.014, lips(x, y, 0)) * 0.85)
      const seam =
        bell(y, -0.537 - 0.008 * bell(x, 0, 0.05) + 0.012 * smoothstep(0, 0.2, x), 0.011) * smoothstep(0.23, 0.18, x)
      c = mix(c, hex('#43191a'), clamp(seam * 0.9))
      c = mix(c, hex('#3a2218'), clamp(brow(x, y) * 0.85))
      const [ex, ey] = [x - EYE[0], y - EYE[1]]
      const rim = almond(ex, ey)
      c = mix(c, hex('#2a1712'), smoothstep(0.022, 0, rim) * (ey > ex * 0.09 ? 0.9 : 0.4) * smoothstep(-0.18, -0.1, ex))
      c = mix(c, hex('#2e1410'), clamp(1.3 * bell(x, 0.048, 0.026) * bell(y, -0.343, 0.02)))
      c = mix(c, hex('#a8695c'), smoothstep(-0.004, -0.016, rim))
      c = mix(c, hex('#8a5646'), bell(rim, 0.06, 0.025) * smoothstep(0, 0.06, ey) * 0.5)
    }
    return c
  }
}

export const eyeball = (side: number, noise: Noise): Solid => {
  const [cx, cy, cz] = [EYE[0] * side, EYE[1], EYE[2]]
  const [gx, gy, gz] = unit([TURN.s * 0.45, -0.03, -TURN.c])
  return {
    field: (x, y, z) => ball(cx, cy, cz, EYEBALL)(...toHead(x, y, z)),
    bound: [...toRoom([cx, cy, cz]), EYEBALL + 0.02],
    gloss: 0.1,
    colour: (x, y, z) => {
      const [hx, hy, hz] = toHead(x, y, z)
      const [dx, dy, dz] = [hx - cx - gx * EYEBALL, hy - cy - gy * EYEBALL, hz - cz - gz * EYEBALL]
      const d = len3(dx, dy, dz)
      const white = mix(hex('#d9cfc4'), hex('#c08a7c'), smoothstep(0.09, 0.15, Math.abs(hx - cx)))
      const rays = noise.at(Math.atan2(dy, dx) * 9, side * 5) * 0.25
      const iris = mix(
        hex('#241c16'),
        mix(hex('#4a3a28'), hex('#8a6e46'), clamp(0.4 - dy * 8 + rays)),
        smoothstep(0.074, 0.055, d),
      )
      const seen = mix(mix(hex('#080606'), iris, smoothstep(0.026, 0.034, d)), white, smoothstep(0.068, 0.08, d))
      return scale(seen, 1 - 0.6 * smoothstep(0.06, -0.01, -almond((hx - cx) * side, hy - cy)) * (hy > cy ? 1 : 0.3))
    },
  }
}

export const hairSolid = (noise: Noise): Solid => {
  const tones = ramp('#1a0f0b', '#3b2317', '#6e4428', '#a06c3e')
  const strand = (x: number, y: number, z: number): number => {
    const turn = Math.atan2(y + 0.4, z - 0.55)
    return noise.fbm(turn * 16 + noise.at(x * 3, y * 3) * 0.6, Math.abs(x) * 2.2 + (x > 0 ? 9 : 0), 3)
  }
  return {
    field: (wx, wy, wz) => {
      const [x, y, z] = toHead(wx, wy, wz)
      const d = hairMass(x, y, z)
      if (d > 0.2) return d * 0.8
      return (d + strand(x, y, z) * 0.045 + bell(x, 0, 0.03) * 0.03 * smoothstep(0.2, -0.2, z)) * 0.6
    },
    bound: [...toRoom([0, 0.2, 0.3]), 1.3],
    colour: (wx, wy, wz) => {
      const [x, y, z] = toHead(wx, wy, wz)
      return mix(
        tones(clamp(0.42 + strand(x, y, z) * 0.75)),
        hex('#c08a66'),
        smoothstep(0.1, 0, hairline(x, y, z)) * clamp(0.3 + strand(x, y, z)),
      )
    },
    gloss: 0.08,
    glow: 0.05,
  }
}
