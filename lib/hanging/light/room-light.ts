import { atmosphereOf } from '../atmospheres'
import type { Rgb } from '../colour'
import type { Placement } from '../place-hangings'
import type { Plan } from '../plan'
import type { Bounds } from '../walls'
import { blockedIn, gatherFrom } from './gather'
import { cutIntoPatches } from './patches'
import { skylightsOf } from './skylight'
import { glowColours, type LightSolution, solveLight } from './solve-light'
import { lightSurfaces, type SurfaceLight } from './surface-light'

/** A room's light in numbers: computed once when it is published, or by whoever enters before that. */
export interface BakedLight {
  solution: LightSolution
  surfaces: SurfaceLight
}

export interface RoomLight {
  /** Light at a point with a normal, written to `out`; 1 shows a surface's own colour. Lamps on works are not in it. */
  gather(out: Float32Array, x: number, y: number, z: number, nx: number, ny: number, nz: number): void
  surfaces: SurfaceLight
  skylights: Bounds[]
  /** Radiance of the skylight's glass after exposure. */
  glass: Rgb
  /** Light of a lamp at the middle of its work, after exposure. */
  lamp: Rgb
  /** What each work throws on the wall beside it, where works shine; after exposure. */
  glows: Rgb[]
}

/** Computes the light of a room; `colours` are the works' mean colours. Yields after each short piece of work. */
export function* bakeLight(plan: Plan, placements: Placement[], colours: Rgb[]): Generator<void, BakedLight> {
  const solution = yield* solveLight(plan, placements, colours)
  return { solution, surfaces: yield* lightSurfaces(plan, placements, gathererOf(plan, solution)) }
}

/** The same at one go. */
export function bakeLightNow(plan: Plan, placements: Placement[], colours: Rgb[]): BakedLight {
  const steps = bakeLight(plan, placements, colours)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/** What a room is built with, of its light as it was computed here or elsewhere. */
export function roomLight(plan: Plan, placements: Placement[], colours: Rgb[], baked: BakedLight): RoomLight {
  const atmosphere = atmosphereOf(plan)
  const { skyScale, lampScale, balance } = baked.solution
  return {
    gather: gathererOf(plan, baked.solution),
    surfaces: baked.surfaces,
    skylights: skylightsOf(plan, atmosphere.skylight.inset),
    glass: tint(atmosphere.skylight.colour, atmosphere.skylight.radiance * skyScale, balance),
    lamp: tint(atmosphere.lamps.colour, lampScale, balance),
    // Shining works keep their colour: the eye does not balance what it looks at.
    glows: glowColours(atmosphere, placements, colours).map((colour) =>
      tint(colour, atmosphere.glow * atmosphere.exposure, [1, 1, 1]),
    ),
  }
}

function gathererOf(plan: Plan, { radiosity }: LightSolution): RoomLight['gather'] {
  const patches = cutIntoPatches(plan)
  const blocked = blockedIn(plan)
  const probe = new Float32Array(3)
  const normal = new Float32Array(3)
  return (out, x, y, z, nx, ny, nz) => {
    probe[0] = x
    probe[1] = y
    probe[2] = z
    normal[0] = nx
    normal[1] = ny
    normal[2] = nz
    gatherFrom(patches, radiosity, blocked, out, 0, probe, normal)
  }
}

const tint = (colour: Rgb, by: number, balance: Rgb): Rgb => [
  colour[0] * by * balance[0],
  colour[1] * by * balance[1],
  colour[2] * by * balance[2],
]
