import { drawSailboat } from '@/collection/drawing/boats'
import { hex, mix, ramp } from '@/collection/drawing/colour'
import { drawCrown } from '@/collection/drawing/foliage'
import { smoothstep } from '@/collection/drawing/maths'
import { scene } from '@/collection/drawing/scene'
import { drawSky } from '@/collection/drawing/sky'
import { curve, dab, fill } from '@/collection/drawing/strokes'
import { drawWater } from '@/collection/drawing/water'

/** White sails on a summer river, poplars on the far bank. */
export const regatta = scene(({ r, random, noise, a }) => {
  const horizon = 0.44
  drawSky(r, noise, {
    horizon,
    colours: ramp('#3b74b4', '#6ea3d2', '#aacbe0', '#e4e7da'),
    sun: { at: [-0.3, 0.02], colour: hex('#fff0cf'), size: 0.01, glow: 0.25 },
    clouds: { cover: 0.78, grain: 1.25, lit: hex('#fffaf0'), shade: hex('#8fa5c0'), soft: 0.32, flat: 0.45 },
  })
  const bank = ramp('#1c3036', '#35524a', '#5f7f55', '#9fb06c', '#dcd99a')
  const light = [-0.6, -0.6, 0.45] as const
  for (let i = 0; i < 36; i++) {
    const u = (a * i) / 35 + random.bell() * 0.02
    const tall = 0.03 + 0.05 * (0.5 + noise.at(i * 0.31, 2)) + (u > a * 0.66 ? 0.04 : 0)
    drawCrown(r, random, {
      at: [u, horizon - tall * 0.6],
      radius: [0.045, tall],
      count: 420,
      clumps: 9,
      leaf: 0.0046,
      tint: bank,
      light,
    })
  }
  for (let i = 0; i < 7; i++) {
    const u = a * (0.7 + i * 0.045)
    drawCrown(r, random, {
      at: [u, horizon - 0.1],
      radius: [0.016, 0.13 + random.bell() * 0.02],
      count: 520,
      clumps: 22,
      leaf: 0.0046,
      tint: bank,
      light,
      clump: 0.24,
    })
  }
  const house = (u: number, wide: number, tall: number, roof: string): void => {
    fill(
      r,
      [
        [u, horizon],
        [u, horizon - tall],
        [u + wide, horizon - tall],
        [u + wide, horizon],
      ],
      (x) => mix(hex('#f4e6cb'), hex('#9a8f97'), smoothstep(u + wide * 0.4, u + wide * 0.9, x)),
    )
    fill(
      r,
      [
        [u - 0.006, horizon - tall],
        [u + wide * 0.25, horizon - tall * 1.6],
        [u + wide * 0.8, horizon - tall * 1.6],
        [u + wide + 0.006, horizon - tall],
      ],
      hex(roof),
    )
    for (let k = 0; k < 3; k++)
      dab(r, [u + wide * (0.22 + k * 0.27), horizon - tall * 0.55], [wide * 0.05, tall * 0.14], hex('#4a5566'), {
        soft: 0.1,
      })
  }
  house(a * 0.13, 0.1, 0.045, '#b5523a')
  house(a * 0.25, 0.07, 0.038, '#8d4a42')
  house(a * 0.52, 0.08, 0.04, '#c06a45')
  for (let u = 0; u < a; u += 0.004)
    dab(r, [u, horizon - 0.004 + random.bell() * 0.003], [0.008, 0.004], bank(0.45 + random.bell() * 0.15))
  const mirrored = r.flipped(horizon, true)
  const boats = r.layer()
  const hulls = ['#7d2f24', '#f1ede2', '#26456a', '#2d5b4b', '#e0b145'].map(hex)
  const put = (u: number, v: number, long: number, far: number, lean: number, k: number): void => {
    const one = r.layer()
    const sail = k % 4 === 3 ? hex('#e08a4a') : hex('#fffbee')
    drawSailboat(
      one,
      { at: [u, v], long, hull: hulls[k % 5] ?? hex('#7d2f24'), haze: hex('#c6d6de'), far, side: -1 },
      sail,
      k % 4 === 3 ? hex('#9c4a30') : hex('#8ea0bb'),
      lean,
    )
    mirrored.over(one.flipped(v))
    boats.over(one)
  }
  for (let i = 0; i < 6; i++)
    put(
      a * (0.08 + i * 0.16) + random.bell() * 0.03,
      0.455 + i * 0.002,
      0.045 + random.next() * 0.02,
      0.4,
      random.bell() * 0.02,
      i,
    )
  put(a * 0.58, 0.5, 0.13, 0.16, 0.03, 1)
  put(a * 0.83, 0.535, 0.17, 0.1, -0.02, 3)
  put(a * 0.27, 0.6, 0.31, 0, 0.05, 0)
  drawWater(r, mirrored, noise, { horizon, deep: hex('#1e4a63'), swell: 0.06, grain: 16, mirror: 0.6 })
  r.over(boats)
  for (let i = 0; i < 90; i++) {
    const u = a * random.range(0.72, 1.04)
    const v = 1.03 - (u - a * 0.72) * random.range(0.1, 0.9)
    curve(
      r,
      [
        [u, v + 0.2],
        [u + 0.01, v],
        [u + random.bell() * 0.03, v - random.range(0.06, 0.16)],
      ],
      [0.005, 0.0012],
      bank(random.range(0.1, 0.4)),
      bank(random.range(0.5, 0.95)),
    )
  }
}, 1.05)
