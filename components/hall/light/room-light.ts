import type { Placement } from '@/lib/hanging/place-hangings'
import type { Plan } from '@/lib/hanging/plan'
import { type Bounds, isInside, outline, wallLength } from '@/lib/hanging/walls'
import type { Atmosphere } from '../atmospheres'
import { luminance, type Rgb } from '../colour'
import { addGlow, emitted, lampLight, vivid } from './emitters'
import { quadFormFactor } from './form-factor'
import { CEILING, cutIntoPatches, FLOOR, type Patches } from './patches'
import { skylightOf } from './skylight'

export interface RoomLight {
  /** Light at a point with a normal, written to `out`; 1 shows a surface's own colour. Lamps on works are not in it. */
  gather(out: Float32Array, x: number, y: number, z: number, nx: number, ny: number, nz: number): void
  skylight: Bounds | null
  /** Radiance of the skylight's glass after exposure. */
  glass: Rgb
  /** Light of a lamp at the middle of its work, after exposure. */
  lamp: Rgb
  /** What each work throws on the wall beside it, where works shine; after exposure. */
  glows: Rgb[]
}

/** White walls hand light on many times: after this many bounces a white room has all but 2 % of it. */
const bounces = 14

/** Whether a wall stands between two points of the plan; null in a convex room, where none does. */
type Blocked = ((x: number, z: number, px: number, pz: number) => boolean) | null

/**
 * The light of a room, by radiosity: daylight through the ceiling and the lamps on the works bounce between walls, floor
 * and ceiling, so that an oak floor warms the walls above it and a red wall its neighbour. Computed once, when a room is built.
 * `colours` are the works' mean colours, for rooms in which works shine. Exposed so that the walls receive the atmosphere's mean light at eye height, whatever the room's size.
 */
export function lightRoom(plan: Plan, atmosphere: Atmosphere, placements: Placement[], colours: Rgb[] = []): RoomLight {
  const patches = cutIntoPatches(plan)
  const skylight = skylightOf(plan, atmosphere.skylight.inset)
  const blocked = isConvexRoom(plan) ? null : visibility(plan)
  const factors = formFactors(patches, blocked)
  const none = new Float32Array(patches.count * 3)
  const bySky = bounce(patches, atmosphere, factors, emitted(plan, patches, skylight, atmosphere), none)
  const ownColours = atmosphere.glow > 0 ? placements.map((_, index) => vivid(colours[index] ?? [1, 1, 1])) : []
  const thrown = lampLight(plan, atmosphere, patches, placements)
  addGlow(thrown, plan, atmosphere, patches, placements, ownColours)
  const byLamps = bounce(patches, atmosphere, factors, none, thrown)
  const lampScale = atmosphere.lamps.strength * atmosphere.exposure
  const fromLamps = luminance(meanOnWalls(patches, byLamps, blocked)) * lampScale
  const fromSky = luminance(meanOnWalls(patches, bySky, blocked))
  // Lamps may light a dark room alone, but some of the sky always remains.
  const skyScale = fromSky > 0 ? Math.max(atmosphere.exposure * 0.25, atmosphere.exposure - fromLamps) / fromSky : 0
  const mixed = bySky.map((value, at) => value * skyScale + (byLamps[at] as number) * lampScale)
  const balance = whiteBalance(meanOnWalls(patches, mixed, blocked))
  const radiosity = mixed.map((value, at) => value * (balance[at % 3] as number))
  const probe = new Float32Array(3)
  const probeNormal = new Float32Array(3)
  return {
    skylight,
    glass: tint(atmosphere.skylight.colour, atmosphere.skylight.radiance * skyScale, balance),
    lamp: tint(atmosphere.lamps.colour, lampScale, balance),
    // Shining works keep their colour: the eye does not balance what it looks at.
    glows: ownColours.map((colour) => tint(colour, atmosphere.glow * atmosphere.exposure, [1, 1, 1])),
    gather(out, x, y, z, nx, ny, nz) {
      probe[0] = x
      probe[1] = y
      probe[2] = z
      probeNormal[0] = nx
      probeNormal[1] = ny
      probeNormal[2] = nz
      gatherFrom(patches, radiosity, blocked, out, 0, probe, probeNormal)
    },
  }
}

/** Radiosity of every patch, from what patches emit and what lamps throw on them, after a few bounces. */
function bounce(
  patches: Patches,
  atmosphere: Atmosphere,
  factors: Float32Array,
  emission: Float32Array,
  lamps: Float32Array,
): Float32Array {
  const { count } = patches
  let radiosity = Float32Array.from(emission)
  for (let round = 0; round < bounces; round++) {
    const next = Float32Array.from(emission)
    for (let i = 0; i < count; i++) {
      let [r, g, b] = [lamps[i * 3] as number, lamps[i * 3 + 1] as number, lamps[i * 3 + 2] as number]
      for (let j = 0; j < count; j++) {
        const factor = factors[i * count + j] as number
        r += factor * (radiosity[j * 3] as number)
        g += factor * (radiosity[j * 3 + 1] as number)
        b += factor * (radiosity[j * 3 + 2] as number)
      }
      const albedo = albedoOf(atmosphere, patches.surface[i] as number, patches.middle[i * 3 + 1] as number)
      next[i * 3] = (next[i * 3] as number) + albedo[0] * r
      next[i * 3 + 1] = (next[i * 3 + 1] as number) + albedo[1] * g
      next[i * 3 + 2] = (next[i * 3 + 2] as number) + albedo[2] * b
    }
    radiosity = next
  }
  return radiosity
}

/** How much of the light that leaves patch j arrives at the middle of patch i, row after row. */
function formFactors(patches: Patches, blocked: Blocked): Float32Array {
  const { count, middle, normal } = patches
  const factors = new Float32Array(count * count)
  for (let i = 0; i < count; i++) {
    const [x, y, z] = [middle[i * 3] as number, middle[i * 3 + 1] as number, middle[i * 3 + 2] as number]
    const [nx, ny, nz] = [normal[i * 3] as number, normal[i * 3 + 1] as number, normal[i * 3 + 2] as number]
    for (let j = 0; j < count; j++) factors[i * count + j] = factorOf(patches, blocked, j, x, y, z, nx, ny, nz)
  }
  return factors
}

const tint = (colour: Rgb, by: number, balance: Rgb): Rgb => [
  colour[0] * by * balance[0],
  colour[1] * by * balance[1],
  colour[2] * by * balance[2],
]

/** As the eye and a camera do: most of the light's own tint is taken out again, and a little of the warmth stays. */
function whiteBalance(mean: Rgb): Rgb {
  const grey = luminance(mean)
  if (grey <= 0) return [1, 1, 1]
  const factor = (channel: number) => (grey / Math.max(channel, grey * 0.05)) ** 0.8
  return [factor(mean[0]), factor(mean[1]), factor(mean[2])]
}

function albedoOf(atmosphere: Atmosphere, surface: number, y: number): Rgb {
  if (surface === FLOOR) return atmosphere.floor.colour
  if (surface === CEILING) return atmosphere.ceiling.colour
  const { dado, colour } = atmosphere.wall
  return dado && y < dado.height ? dado.colour : colour
}

/** Sum over all patches of radiosity times form factor, for the point and normal at `at` of the given arrays. */
function gatherFrom(
  patches: Patches,
  radiosity: Float32Array,
  blocked: Blocked,
  out: Float32Array,
  at: number,
  points: Float32Array,
  normals: Float32Array,
): void {
  const x = points[at] as number
  const y = points[at + 1] as number
  const z = points[at + 2] as number
  const nx = normals[at] as number
  const ny = normals[at + 1] as number
  const nz = normals[at + 2] as number
  let r = 0
  let g = 0
  let b = 0
  for (let i = 0; i < patches.count; i++) {
    const factor = factorOf(patches, blocked, i, x, y, z, nx, ny, nz)
    if (factor === 0) continue
    r += factor * (radiosity[i * 3] as number)
    g += factor * (radiosity[i * 3 + 1] as number)
    b += factor * (radiosity[i * 3 + 2] as number)
  }
  out[0] = r
  out[1] = g
  out[2] = b
}

/** Share of patch i's radiosity that arrives at a point: exact when it is near, as a small disc when it is far. */
function factorOf(
  patches: Patches,
  blocked: Blocked,
  i: number,
  x: number,
  y: number,
  z: number,
  nx: number,
  ny: number,
  nz: number,
): number {
  const j = i * 3
  const dx = (patches.middle[j] as number) - x
  const dy = (patches.middle[j + 1] as number) - y
  const dz = (patches.middle[j + 2] as number) - z
  const towards = dx * nx + dy * ny + dz * nz
  if (towards <= 0.001) return 0
  const px = patches.normal[j] as number
  const py = patches.normal[j + 1] as number
  const pz = patches.normal[j + 2] as number
  const away = -(dx * px + dy * py + dz * pz)
  if (away <= 0.001) return 0
  if (blocked?.(x, z, patches.middle[j] as number, patches.middle[j + 2] as number)) return 0
  const area = patches.area[i] as number
  const square = dx * dx + dy * dy + dz * dz
  if (square < area * 8) return quadFormFactor(patches.corners, i * 12, x, y, z, nx, ny, nz)
  return (towards * away * area) / (square * (Math.PI * square + area))
}

/** Mean light on the walls at eye height. */
function meanOnWalls(patches: Patches, radiosity: Float32Array, blocked: Blocked): Rgb {
  const light = new Float32Array(3)
  const sum: [number, number, number] = [0, 0, 0]
  let count = 0
  for (let i = 0; i < patches.count; i++) {
    const y = patches.middle[i * 3 + 1] as number
    if ((patches.surface[i] as number) < 0 || y < 1 || y > 2.2) continue
    gatherFrom(patches, radiosity, blocked, light, i * 3, patches.middle, patches.normal)
    for (const c of [0, 1, 2] as const) sum[c] += light[c] as number
    count++
  }
  return [sum[0] / Math.max(1, count), sum[1] / Math.max(1, count), sum[2] / Math.max(1, count)]
}

function isConvexRoom(plan: Plan): boolean {
  return plan.walls.every((wall, index) => {
    const next = plan.walls[(index + 1) % plan.walls.length] ?? wall
    const turn =
      (wall.to[0] - wall.from[0]) * (next.to[1] - next.from[1]) -
      (wall.to[1] - wall.from[1]) * (next.to[0] - next.from[0])
    return turn >= -1e-6 * wallLength(wall)
  })
}

/** Whether a wall stands between two points: walls reach the ceiling, so the plan alone decides. */
function visibility(plan: Plan): (x: number, z: number, px: number, pz: number) => boolean {
  const polygon = outline(plan)
  return (x, z, px, pz) => {
    for (let step = 1; step < 8; step++) {
      const share = 0.02 + (0.96 * step) / 8
      if (!isInside(x + (px - x) * share, z + (pz - z) * share, polygon)) return true
    }
    return false
  }
}
