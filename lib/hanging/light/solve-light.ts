import type { Atmosphere } from '../atmosphere'
import { atmosphereOf } from '../atmospheres'
import { luminance, type Rgb } from '../colour'
import type { Placement } from '../place-hangings'
import type { Plan } from '../plan'
import { addGlow, emitted, lampLight, vivid } from './emitters'
import { type Blocked, blockedIn, factorOf, gatherFrom } from './gather'
import { CEILING, cutIntoPatches, FLOOR, type Patches } from './patches'
import { skylightsOf } from './skylight'

/** A room's light before it is gathered anywhere: what each patch of its surfaces gives off, and how the picture is exposed. */
export interface LightSolution {
  /** Of each patch, after exposure: red, green, blue. */
  radiosity: Float32Array
  /** What the sky's and the lamps' own light is multiplied by, and the white balance after that. */
  skyScale: number
  lampScale: number
  balance: Rgb
}

/** White walls hand light on many times: after this many bounces a white room has all but 2 % of it. */
const bounces = 14

/**
 * The light of a room, by radiosity: daylight through the ceiling and the lamps on the works bounce between walls, floor
 * and ceiling, so that an oak floor warms the walls above it and a red wall its neighbour.
 * `colours` are the works' mean colours, for rooms in which works shine. Exposed so that the walls receive the atmosphere's mean light at eye height, whatever the room's size.
 * Yields after each short piece of work, so that a server can do others' between.
 */
export function* solveLight(plan: Plan, placements: Placement[], colours: Rgb[]): Generator<void, LightSolution> {
  const atmosphere = atmosphereOf(plan)
  const patches = cutIntoPatches(plan)
  const blocked = blockedIn(plan)
  const factors = yield* formFactors(patches, blocked)
  const none = new Float32Array(patches.count * 3)
  const skylight = skylightsOf(plan, atmosphere.skylight.inset)
  const bySky = yield* bounce(patches, atmosphere, factors, emitted(plan, patches, skylight, atmosphere), none)
  const thrown = lampLight(plan, atmosphere, patches, placements)
  addGlow(thrown, plan, atmosphere, patches, placements, glowColours(atmosphere, placements, colours))
  const byLamps = yield* bounce(patches, atmosphere, factors, none, thrown)
  const lampScale = atmosphere.lamps.strength * atmosphere.exposure
  const fromLamps = luminance(yield* meanOnWalls(patches, byLamps, blocked)) * lampScale
  const fromSky = luminance(yield* meanOnWalls(patches, bySky, blocked))
  // Lamps may light a dark room alone, but some of the sky always remains.
  const skyScale = fromSky > 0 ? Math.max(atmosphere.exposure * 0.25, atmosphere.exposure - fromLamps) / fromSky : 0
  const mixed = bySky.map((value, at) => value * skyScale + (byLamps[at] as number) * lampScale)
  const balance = whiteBalance(yield* meanOnWalls(patches, mixed, blocked))
  return { radiosity: mixed.map((value, at) => value * (balance[at % 3] as number)), skyScale, lampScale, balance }
}

/** The colours in which works shine, one for each; none where they do not. */
export function glowColours(atmosphere: Atmosphere, placements: Placement[], colours: Rgb[]): Rgb[] {
  return atmosphere.glow > 0 ? placements.map((_, index) => vivid(colours[index] ?? [1, 1, 1])) : []
}

/** Radiosity of every patch, from what patches emit and what lamps throw on them, after a few bounces. */
function* bounce(
  patches: Patches,
  atmosphere: Atmosphere,
  factors: Float32Array,
  emission: Float32Array,
  lamps: Float32Array,
): Generator<void, Float32Array> {
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
    yield
  }
  return radiosity
}

/** How much of the light that leaves patch j arrives at the middle of patch i, row after row. */
function* formFactors(patches: Patches, blocked: Blocked): Generator<void, Float32Array> {
  const { count, middle, normal } = patches
  const factors = new Float32Array(count * count)
  for (let i = 0; i < count; i++) {
    const [x, y, z] = [middle[i * 3] as number, middle[i * 3 + 1] as number, middle[i * 3 + 2] as number]
    const [nx, ny, nz] = [normal[i * 3] as number, normal[i * 3 + 1] as number, normal[i * 3 + 2] as number]
    for (let j = 0; j < count; j++) factors[i * count + j] = factorOf(patches, blocked, j, x, y, z, nx, ny, nz)
    if (i % 16 === 15) yield
  }
  return factors
}

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

/** Mean light on the walls at eye height. */
function* meanOnWalls(patches: Patches, radiosity: Float32Array, blocked: Blocked): Generator<void, Rgb> {
  const light = new Float32Array(3)
  const sum: [number, number, number] = [0, 0, 0]
  let count = 0
  for (let i = 0; i < patches.count; i++) {
    const y = patches.middle[i * 3 + 1] as number
    if ((patches.surface[i] as number) < 0 || y < 1 || y > 2.2) continue
    gatherFrom(patches, radiosity, blocked, light, i * 3, patches.middle, patches.normal)
    for (const c of [0, 1, 2] as const) sum[c] += light[c] as number
    if (count++ % 16 === 15) yield
  }
  return [sum[0] / Math.max(1, count), sum[1] / Math.max(1, count), sum[2] / Math.max(1, count)]
}
