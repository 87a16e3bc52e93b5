import type { Atmosphere, FrameStyle, Profile, WindowStyle } from './atmosphere'
import { linear } from './colour'
import type { Architecture, Plan } from './plan'

const white = linear('#ffffff')
const daylight = linear('#fbfbff')
const lamplight = linear('#fff0dc')

const frame = (hex: string, breadth: number, depth: number, rest: Partial<FrameStyle> = {}): FrameStyle => ({
  colour: linear(hex),
  breadth,
  depth,
  mat: 0,
  profile: 'box',
  sheen: 0,
  grain: 0.12,
  ...rest,
})

const oakFrame = frame('#a97f52', 0.028, 0.042, { grain: 0.8 })
const blackFrame = frame('#1d1b1a', 0.024, 0.042)
const whiteFrame = frame('#ece8e0', 0.026, 0.042)
const walnutFrame = frame('#4f3524', 0.032, 0.045, { grain: 0.9 })
const canvasEdge = frame('#e4ddcf', 0.002, 0.036)
const larchFrame = frame('#b5895a', 0.042, 0.05, { profile: 'bevelled', grain: 0.85 })
const smokedFrame = frame('#57422f', 0.042, 0.05, { profile: 'bevelled', grain: 0.9 })
const giltFrame = frame('#a5803f', 0.085, 0.07, { profile: 'carved', sheen: 1 })
const darkGiltFrame = frame('#86683a', 0.07, 0.06, { profile: 'carved', sheen: 0.8 })

const boxSkirting: Profile = [
  [0.012, 0],
  [0.012, 0.085],
  [0, 0.085],
]
const tallSkirting: Profile = [
  [0.03, 0],
  [0.03, 0.16],
  [0.022, 0.18],
  [0.012, 0.19],
  [0.012, 0.215],
  [0, 0.22],
]
const dadoRail: Profile = [
  [0, -0.035],
  [0.016, -0.025],
  [0.03, -0.008],
  [0.034, 0.004],
  [0.026, 0.018],
  [0.01, 0.026],
  [0, 0.034],
]
/** A classical ceiling's way from the wall to its flat: a moulded cornice, and from there a cove. */
const coved: Profile = [
  [0, -1.06],
  [0.03, -1.04],
  [0.03, -0.99],
  [0.055, -0.97],
  [0.065, -0.9],
  [0.12, -0.84],
  [0.2, -0.8],
  [0.22, -0.77],
  [0.22, -0.74],
  [0.2, -0.72],
  [0.23, -0.56],
  [0.3, -0.41],
  [0.4, -0.28],
  [0.53, -0.17],
  [0.68, -0.09],
  [0.84, -0.04],
  [0.9, -0.035],
  [0.9, 0],
]

const gardenFront: WindowStyle = {
  scene: 'garden',
  reveal: 0.22,
  pane: [60, 60],
  bar: 0.012,
  barColour: linear('#3d3a36'),
  posts: { breadth: 0.07, depth: 0.2, apart: 1.6, colour: linear('#9a7348') },
  radiance: 2.2,
  colour: linear('#f2f7ff'),
  sun: { strength: 0.55, colour: linear('#fff0d2'), altitude: 0.62, azimuth: 0.55 },
}

const factoryWindow: WindowStyle = {
  scene: 'city',
  reveal: 0.3,
  pane: [0.52, 0.62],
  bar: 0.014,
  barColour: linear('#24262a'),
  posts: null,
  radiance: 3.4,
  colour: linear('#fdf6ea'),
  sun: { strength: 1.25, colour: linear('#ffe2b4'), altitude: 0.6, azimuth: 0.5 },
}

const whiteCube: Atmosphere = {
  wall: { kind: 'plaster', colour: linear('#f2f0eb') },
  floor: { kind: 'oak', colour: linear('#ab9880'), gloss: 0.6 },
  ceiling: { kind: 'laylight', colour: linear('#faf9f7'), uplight: 0.04 },
  skylight: { inset: 0.95, radiance: 3, colour: daylight, rise: 0 },
  beams: null,
  windows: gardenFront,
  lamps: { strength: 0.34, colour: lamplight, fitting: linear('#e9e7e2'), isHidden: false },
  glow: 0,
  exposure: 0.79,
  skirting: { profile: boxSkirting, colour: linear('#efece5') },
  mouldings: [],
  frames: [oakFrame, blackFrame, oakFrame, whiteFrame, walnutFrame],
  architrave: null,
  vessel: linear('#d8d2c6'),
  lettering: '#24211e',
  field: null,
  card: '#fbfaf7',
  bench: { seat: linear('#8e6a47'), legs: linear('#2b2927') },
}

const salon: Atmosphere = {
  ...whiteCube,
  wall: { kind: 'damask', colour: linear('#6f2b2c'), dado: { height: 0.8, colour: linear('#5a3d2a') } },
  floor: { kind: 'chevron', colour: linear('#8a5c38'), gloss: 0.75 },
  ceiling: { kind: 'lantern', colour: linear('#efe8da'), uplight: 0.3 },
  skylight: { inset: 1.7, radiance: 4, colour: linear('#fff8ec'), rise: 0.85 },
  lamps: { strength: 0.95, colour: lamplight, fitting: linear('#3a2f22'), isHidden: true },
  exposure: 0.8,
  skirting: { profile: tallSkirting, colour: linear('#4a3122') },
  mouldings: [
    { at: 0.8, profile: dadoRail, colour: linear('#6b4a33') },
    { at: 'ceiling', profile: coved, colour: linear('#efe8da') },
  ],
  frames: [giltFrame, darkGiltFrame],
  architrave: linear('#efe8da'),
  vessel: linear('#a9b8a4'),
  lettering: '#ecd9ac',
  card: '#e9dfc8',
  bench: { seat: linear('#5b3a28'), legs: linear('#3a2516') },
}

const loft: Atmosphere = {
  ...whiteCube,
  wall: { kind: 'brick', colour: linear('#9c6f58') },
  floor: { kind: 'concrete', colour: linear('#8c8a86'), gloss: 0.6 },
  ceiling: { kind: 'beams', colour: linear('#c0a584'), uplight: 0 },
  skylight: { inset: 2.1, radiance: 1.8, colour: linear('#f4f7ff'), rise: 0.5 },
  beams: { breadth: 0.2, depth: 0.32, apart: 2.1, colour: linear('#8a6a4c'), isWood: true },
  windows: factoryWindow,
  lamps: { strength: 0.6, colour: lamplight, fitting: linear('#222222'), isHidden: false },
  exposure: 0.72,
  skirting: {
    profile: [
      [0.004, 0],
      [0.004, 0.03],
      [0, 0.03],
    ],
    colour: linear('#55504a'),
  },
  frames: [blackFrame, canvasEdge, blackFrame],
  lettering: '#2a2522',
  field: '#e4dccf',
  card: '#e4dccf',
  bench: { seat: linear('#6a4a30'), legs: linear('#1d1d1d') },
}

const darkRoom: Atmosphere = {
  ...whiteCube,
  wall: { kind: 'plaster', colour: linear('#3b3d42') },
  floor: { kind: 'concrete', colour: linear('#3f3f42'), gloss: 0.8 },
  ceiling: { kind: 'void', colour: linear('#191a1c'), uplight: 0 },
  // No glass is seen: what little light there is comes from behind the baffles.
  skylight: { inset: 1.6, radiance: 0.9, colour: linear('#dfe6ff'), rise: 0 },
  lamps: { strength: 0.3, colour: linear('#fff0da'), fitting: linear('#101010'), isHidden: true },
  glow: 10,
  exposure: 0.27,
  skirting: { profile: boxSkirting, colour: linear('#2b2c30') },
  frames: [blackFrame, canvasEdge],
  lettering: '#e9e6df',
  bench: { seat: linear('#1f1f22'), legs: linear('#0f0f10') },
}

const pavilion: Atmosphere = {
  ...whiteCube,
  wall: { kind: 'plaster', colour: linear('#e4e1d3') },
  floor: { kind: 'stone', colour: linear('#b9b2a4'), gloss: 0.45 },
  ceiling: { kind: 'slats', colour: linear('#b08a5e'), uplight: 0 },
  skylight: { inset: 1.5, radiance: 2.4, colour: linear('#f0f7ff'), rise: 0.35 },
  windows: gardenFront,
  lamps: { strength: 0.25, colour: white, fitting: linear('#6b5236'), isHidden: true },
  exposure: 0.74,
  skirting: { profile: boxSkirting, colour: linear('#cfc9b8') },
  frames: [larchFrame, smokedFrame],
  lettering: '#2d3a2c',
  bench: { seat: linear('#a98257'), legs: linear('#7f7a70') },
}

const atmospheres: Record<Architecture, Atmosphere> = {
  'white-cube': whiteCube,
  salon,
  loft,
  'dark-room': darkRoom,
  pavilion,
}

/** The plan's own wall colour wins over the architecture's; wood and plaster stay what they are. */
export function atmosphereOf(plan: Plan): Atmosphere {
  const base = atmospheres[plan.architecture]
  if (!plan.wallColour) return base
  return { ...base, wall: { ...base.wall, colour: linear(plan.wallColour) } }
}

/** The frame a work hangs in: the same one at every visit, chosen by its id among what suits the room. */
export function frameFor(atmosphere: Atmosphere, artworkId: string, width: number, height: number): FrameStyle {
  let sum = 0
  for (const letter of artworkId) sum = (sum * 31 + letter.charCodeAt(0)) % 65521
  const style = atmosphere.frames[sum % atmosphere.frames.length] ?? canvasEdge
  const isSmall = Math.max(width, height) < 0.55
  return isSmall && style.profile !== 'carved' && style !== canvasEdge
    ? { ...style, mat: 0.045, breadth: style.breadth * 0.8 }
    : style
}
