import { BufferGeometry, Float32BufferAttribute, InstancedBufferAttribute, InstancedBufferGeometry } from 'three'
import type { Atmosphere, FrameStyle } from '@/lib/hanging/atmosphere'
import { frameFor } from '@/lib/hanging/atmospheres'
import type { RoomLight } from '@/lib/hanging/light/room-light'
import { measures } from '@/lib/hanging/measures'
import type { Placement } from '@/lib/hanging/place-hangings'

/** How far a picture lies before the wall in its frame, metres; a canvas without frame lies on top of its edge. */
export function pictureDepth(style: FrameStyle): number {
  return style.breadth < 0.01 ? style.depth + 0.001 : 0.014
}

/** A point of the profile: breadths of mat, of moulding, share of the depth. The normals are those of a carved frame. */
interface Ring {
  run: [number, number, number]
  isMat: boolean
}

const box: Ring[] = [
  { run: [0, 0, 0.3], isMat: true },
  { run: [1, 0, 0.3], isMat: true },
  { run: [1, 0, 0.3], isMat: false },
  { run: [1, 0, 1], isMat: false },
  { run: [1, 1, 1], isMat: false },
  { run: [1, 1, 0], isMat: false },
]
/** Highest near the picture and falling away to the wall, as flat timber is milled for it. */
const bevelled: Ring[] = [
  { run: [0, 0, 0.3], isMat: true },
  { run: [1, 0, 0.3], isMat: true },
  { run: [1, 0, 0.3], isMat: false },
  { run: [1, 0.04, 0.94], isMat: false },
  { run: [1, 0.2, 1], isMat: false },
  { run: [1, 0.94, 0.5], isMat: false },
  { run: [1, 1, 0.42], isMat: false },
  { run: [1, 1, 0], isMat: false },
]
const carved: Ring[] = [
  { run: [0, 0, 0.18], isMat: false },
  { run: [0, 0.06, 0.42], isMat: false },
  { run: [0, 0.16, 0.46], isMat: false },
  { run: [0, 0.22, 0.38], isMat: false },
  { run: [0, 0.45, 0.5], isMat: false },
  { run: [0, 0.66, 0.78], isMat: false },
  { run: [0, 0.78, 1], isMat: false },
  { run: [0, 0.92, 0.96], isMat: false },
  { run: [0, 1, 0.7], isMat: false },
  { run: [0, 1, 0], isMat: false },
]

const profiles: Record<FrameStyle['profile'], Ring[]> = { box, bevelled, carved }

const corners: readonly [number, number][] = [
  [-1, -1],
  [1, -1],
  [1, 1],
  [-1, 1],
]

/** One unit frame of four mitred sides; see shaders/frame-material for what its attributes mean. */
function unitFrame(rings: Ring[], typical: FrameStyle): InstancedBufferGeometry {
  const [corner, run, facet, isMat, sides, index]: number[][] = [[], [], [], [], [], []]
  const geometry = new InstancedBufferGeometry()
  for (let ring = 0; ring + 1 < rings.length; ring++) {
    const [a, b] = [rings[ring] as Ring, rings[ring + 1] as Ring]
    if (a.isMat !== b.isMat) continue
    const outwards = (b.run[0] - a.run[0]) * Math.max(typical.mat, 0.04) + (b.run[1] - a.run[1]) * typical.breadth
    const forwards = (b.run[2] - a.run[2]) * typical.depth
    const size = Math.hypot(outwards, forwards) || 1
    for (let side = 0; side < 4; side++) {
      const [p, q] = [corners[side] as [number, number], corners[(side + 1) % 4] as [number, number]]
      const out: [number, number] = [(p[0] + q[0]) / 2, (p[1] + q[1]) / 2]
      const first = (corner?.length ?? 0) / 2
      const normal = [(-out[0] * forwards) / size, (-out[1] * forwards) / size, outwards / size]
      for (const [at, ring_] of [
        [p, a],
        [q, a],
        [q, b],
        [p, b],
      ] as const) {
        corner?.push(...at)
        run?.push(...ring_.run)
        facet?.push(...normal)
        isMat?.push(ring_.isMat ? 1 : 0)
        sides?.push(side % 2)
      }
      index?.push(first, first + 2, first + 1, first, first + 3, first + 2)
    }
  }
  geometry.setAttribute('corner', new Float32BufferAttribute(corner ?? [], 2))
  geometry.setAttribute('run', new Float32BufferAttribute(run ?? [], 3))
  geometry.setAttribute('facet', new Float32BufferAttribute(facet ?? [], 3))
  geometry.setAttribute('isMat', new Float32BufferAttribute(isMat ?? [], 1))
  geometry.setAttribute('side', new Float32BufferAttribute(sides ?? [], 1))
  geometry.setIndex(index ?? [])
  return geometry
}

/** All frames of a room. Null for a room without works. */
export function buildFrames(
  placements: Placement[],
  atmosphere: Atmosphere,
  light: RoomLight,
): InstancedBufferGeometry | null {
  const typical = atmosphere.frames[0]
  if (placements.length === 0 || !typical) return null
  const geometry = unitFrame(profiles[typical.profile], typical)
  const [place, facing, size, style, wood, lit, lamp]: number[][] = [[], [], [], [], [], [], []]
  const here = new Float32Array(3)
  for (const placement of placements) {
    const frame = frameFor(atmosphere, placement.hanging.artwork.id, placement.width, placement.height)
    const [nx, nz] = placement.normal
    light.gather(here, placement.x + nx * 0.05, placement.y, placement.z + nz * 0.05, nx, 0, nz)
    place?.push(placement.x, placement.y, placement.z)
    facing?.push(nx, nz)
    size?.push(placement.width, placement.height, frame.mat, frame.breadth)
    style?.push(frame.depth, frame.grain, frame.sheen, 0)
    wood?.push(...frame.colour)
    lit?.push(...here)
    lamp?.push(...light.lamp)
  }
  const instanced = (name: string, values: number[] | undefined, itemSize: number) => {
    geometry.setAttribute(name, new InstancedBufferAttribute(Float32Array.from(values ?? []), itemSize))
  }
  instanced('place', place, 3)
  instanced('facing', facing, 2)
  instanced('size', size, 4)
  instanced('style', style, 4)
  instanced('wood', wood, 3)
  instanced('light', lit, 3)
  instanced('lamp', lamp, 3)
  geometry.instanceCount = placements.length
  return geometry
}

/** The blurred stand-ins as instances of one square, with their cells in the atlas (x, y, width, height). */
export function buildBlurs(
  placements: Placement[],
  cells: Float32Array,
  depths: number[],
): InstancedBufferGeometry | null {
  if (placements.length === 0) return null
  const geometry = new InstancedBufferGeometry()
  const square = [-0.5, -0.5, 0, 0.5, -0.5, 0, 0.5, 0.5, 0, -0.5, 0.5, 0]
  geometry.setAttribute('position', new Float32BufferAttribute(square, 3))
  geometry.setAttribute('uv', new Float32BufferAttribute([0, 0, 1, 0, 1, 1, 0, 1], 2))
  geometry.setIndex([0, 1, 2, 0, 2, 3])
  const instanced = (name: string, values: number[] | Float32Array, itemSize: number) => {
    geometry.setAttribute(name, new InstancedBufferAttribute(Float32Array.from(values), itemSize))
  }
  instanced(
    'place',
    placements.flatMap((p) => [p.x, p.y, p.z]),
    3,
  )
  instanced(
    'facing',
    placements.flatMap((p) => [...p.normal]),
    2,
  )
  instanced(
    'size',
    placements.flatMap((p, at) => [p.width, p.height, depths[at] ?? 0.01]),
    3,
  )
  instanced('cell', cells, 4)
  geometry.instanceCount = placements.length
  return geometry
}

export interface Card {
  x: number
  y: number
  z: number
  normal: readonly [number, number]
  width: number
  height: number
  /** In the texture: left, bottom, right, top, 0 to 1. */
  cell: readonly [number, number, number, number]
  /** How much of the wall's lamp falls on it, 0 to 1. */
  lamp: number
}

/** Flat cards before the wall, lit as the wall is where they hang. */
export function buildCards(cards: Card[], light: RoomLight): BufferGeometry {
  const [position, uv, lit, index]: number[][] = [[], [], [], []]
  const here = new Float32Array(3)
  for (const card of cards) {
    const [nx, nz] = card.normal
    light.gather(here, card.x + nx * 0.01, card.y, card.z + nz * 0.01, nx, 0, nz)
    const first = (position?.length ?? 0) / 3
    const [left, bottom, right, top] = card.cell
    const at = (a: number, b: number, u: number, v: number) => {
      const along = (a * card.width) / 2
      position?.push(card.x + nz * along + nx * 0.004, card.y + (b * card.height) / 2, card.z - nx * along + nz * 0.004)
      uv?.push(u, v)
      lit?.push(...light.lamp.map((value, c) => (here[c] as number) + value * card.lamp))
    }
    at(-1, -1, left, bottom)
    at(1, -1, right, bottom)
    at(1, 1, right, top)
    at(-1, 1, left, top)
    index?.push(first, first + 1, first + 2, first, first + 2, first + 3)
  }
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new Float32BufferAttribute(position ?? [], 3))
  geometry.setAttribute('uv', new Float32BufferAttribute(uv ?? [], 2))
  geometry.setAttribute('light', new Float32BufferAttribute(lit ?? [], 3))
  geometry.setIndex(index ?? [])
  return geometry
}

/** Where a work's label hangs: to the right of the frame, its middle a little below the picture's. */
export function labelPlace(
  placement: Placement,
  style: FrameStyle,
  width: number,
): { x: number; y: number; z: number } {
  const out = placement.width / 2 + style.mat + style.breadth + 0.1 + width / 2
  const [nx, nz] = placement.normal
  const y = Math.max(1.12, Math.min(measures.centreHeight - 0.1, placement.y - placement.height / 2 + 0.2))
  return { x: placement.x + nz * out, y, z: placement.z - nx * out }
}
