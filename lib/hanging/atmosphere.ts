import type { Rgb } from './colour'

export type FloorKind = 'oak' | 'chevron' | 'concrete' | 'stone'
export type WallKind = 'plaster' | 'brick' | 'damask'
export type CeilingKind = 'laylight' | 'lantern' | 'beams' | 'void' | 'slats'

/** A moulding that runs along the walls: points of its profile, [metres out of the wall, metres above its foot]. */
export type Profile = readonly (readonly [number, number])[]

export interface FrameStyle {
  colour: Rgb
  /** Metres: breadth of the moulding, depth from the wall, breadth of the mat. */
  breadth: number
  depth: number
  mat: number
  /** How the moulding is cut; all frames of a room have one profile, so that one draw makes them. */
  profile: 'box' | 'bevelled' | 'carved'
  /** 0 matt, 1 gilded. */
  sheen: number
  /** How much of the wood's grain shows: 0 lacquered, 1 oiled. */
  grain: number
}

/** What lies outside a room's windows, and how they are glazed. */
export interface WindowStyle {
  scene: 'garden' | 'city'
  /** Metres from the wall's surface to the glass. */
  reveal: number
  /** Breadth and height of one pane, and breadth of a glazing bar; metres. */
  pane: readonly [number, number]
  bar: number
  barColour: Rgb
  /** Posts before the glass, from sill to head: breadth, depth, and how far apart; null for none. */
  posts: { breadth: number; depth: number; apart: number; colour: Rgb } | null
  /** What comes in beside the light from above: radiance of the glass as for the skylight. */
  radiance: number
  colour: Rgb
  /** Sunlight on the floor: its light, how high it stands and how far to the left of the windows, radians. Strength 0 for none. */
  sun: { strength: number; colour: Rgb; altitude: number; azimuth: number }
}

/** What a room is made of and how it is lit: data, so that an architecture is a choice and not a program. */
export interface Atmosphere {
  wall: { kind: WallKind; colour: Rgb; dado?: { height: number; colour: Rgb } }
  floor: { kind: FloorKind; colour: Rgb; gloss: number }
  /** `uplight`: what hidden lamps behind the cornice add, 0 for none. */
  ceiling: { kind: CeilingKind; colour: Rgb; uplight: number }
  /** Light from above: metres from the walls, radiance, the colour of the sky behind the glass, and how far it lies above the ceiling. */
  skylight: { inset: number; radiance: number; colour: Rgb; rise: number }
  /** Beams across the room, under its ceiling: metres. */
  beams: { breadth: number; depth: number; apart: number; colour: Rgb; isWood: boolean } | null
  windows: WindowStyle
  /** Lamps on the works: their light at the middle of a work as a share of the mean light on the walls. `isHidden`: no rail is seen. */
  lamps: { strength: number; colour: Rgb; fitting: Rgb; isHidden: boolean }
  /** Works that shine: what they throw on the wall round them in their own colour, as a share of the mean light; 0 for none. */
  glow: number
  /** Mean light on the walls after exposure; 1 shows a wall's own colour. */
  exposure: number
  skirting: { profile: Profile; colour: Rgb }
  mouldings: { at: number | 'ceiling'; profile: Profile; colour: Rgb }[]
  frames: FrameStyle[]
  /** A door's surround, where it has one. */
  architrave: Rgb | null
  vessel: Rgb
  lettering: string
  /** A painted field behind the title, where the wall is too lively to read on; null for none. */
  field: string | null
  /** Paper of the labels. */
  card: string
  bench: { seat: Rgb; legs: Rgb }
}
