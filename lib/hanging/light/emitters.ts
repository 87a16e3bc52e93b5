import type { Atmosphere } from '../atmosphere'
import { luminance, type Rgb } from '../colour'
import type { Placement } from '../place-hangings'
import type { Plan, Wall } from '../plan'
import { type Bounds, wallDirection } from '../walls'
import { lampFor, lampOnWall } from './lamp'
import { CEILING, type Patches } from './patches'
import { shareUnder } from './skylight'

/** What the glass of ceiling and windows gives out, for every patch. */
export function emitted(plan: Plan, patches: Patches, skylights: Bounds[], atmosphere: Atmosphere): Float32Array {
  const emission = new Float32Array(patches.count * 3)
  const { radiance, colour } = atmosphere.skylight
  const { windows } = atmosphere
  for (let i = 0; i < patches.count; i++) {
    const wall = plan.walls[patches.surface[i] as number]
    if (wall && wall.windows.length > 0) {
      const share = shareOfWindows(wall, patches, i) * windows.radiance
      for (let c = 0; c < 3; c++) emission[i * 3 + c] = share * (windows.colour[c] as number)
    }
    if (skylights.length === 0 || patches.surface[i] !== CEILING) continue
    const side = Math.sqrt(patches.area[i] as number)
    const share = skylights.reduce(
      (sum, glass) =>
        sum + shareUnder(glass, patches.middle[i * 3] as number, patches.middle[i * 3 + 2] as number, side, side),
      0,
    )
    for (let c = 0; c < 3; c++) emission[i * 3 + c] = share * radiance * (colour[c] as number)
  }
  return emission
}

/** How much of a wall's patch is window. */
function shareOfWindows(wall: Wall, patches: Patches, i: number): number {
  const [dx, dz] = wallDirection(wall)
  const corner = (k: number, axis: number) => patches.corners[i * 12 + k * 3 + axis] as number
  const alongOf = (k: number) => (corner(k, 0) - wall.from[0]) * dx + (corner(k, 2) - wall.from[1]) * dz
  const [left, right, low, high] = [alongOf(0), alongOf(1), corner(0, 1), corner(2, 1)]
  let share = 0
  for (const { at, width, sill, head } of wall.windows) {
    const across = Math.min(right, at + width) - Math.max(left, at)
    const up = Math.min(high, head) - Math.max(low, sill)
    if (across > 0 && up > 0) share += (across * up) / ((right - left) * (high - low))
  }
  return share
}

/** A colour at full strength: as bright as white, and clearer than a mean of many paints is. */
export function vivid(colour: Rgb): Rgb {
  const grey = Math.max(0.02, luminance(colour))
  const pure = (channel: number) => Math.max(0.05, 1 + (channel / grey - 1) * 1.35)
  const raw: Rgb = [pure(colour[0]), pure(colour[1]), pure(colour[2])]
  const by = 1 / luminance(raw)
  return [raw[0] * by, raw[1] * by, raw[2] * by]
}

/** What shining works throw on the wall round them; it bounces from there as lamplight does. */
export function addGlow(
  light: Float32Array,
  plan: Plan,
  atmosphere: Atmosphere,
  patches: Patches,
  placements: Placement[],
  colours: Rgb[],
): void {
  const share = atmosphere.glow / Math.max(0.01, atmosphere.lamps.strength)
  colours.forEach((colour, index) => {
    const { hanging, x, y, z, normal, width, height } = placements[index] as Placement
    const surface = plan.walls.findIndex((wall) => wall.id === hanging.wall)
    for (let i = 0; i < patches.count; i++) {
      if (patches.surface[i] !== surface) continue
      const du =
        ((patches.middle[i * 3] as number) - x) * normal[1] - ((patches.middle[i * 3 + 2] as number) - z) * normal[0]
      const beyond = Math.hypot(
        Math.max(0, Math.abs(du) - width / 2),
        Math.max(0, Math.abs((patches.middle[i * 3 + 1] as number) - y) - height / 2),
      )
      const falls = share * Math.exp(-beyond / 0.6)
      for (let c = 0; c < 3; c++) light[i * 3 + c] = (light[i * 3 + c] as number) + falls * (colour[c] as number)
    }
  })
}

/** What the lamps throw on each patch of the walls; the rest of the room has it from there. */
export function lampLight(plan: Plan, atmosphere: Atmosphere, patches: Patches, placements: Placement[]): Float32Array {
  const light = new Float32Array(patches.count * 3)
  for (const placement of placements) {
    const index = plan.walls.findIndex((wall) => wall.id === placement.hanging.wall)
    const lamp = lampFor(placement.width, placement.height, plan.height)
    const [nx, nz] = placement.normal
    for (let i = 0; i < patches.count; i++) {
      if (patches.surface[i] !== index) continue
      const du =
        ((patches.middle[i * 3] as number) - placement.x) * nz -
        ((patches.middle[i * 3 + 2] as number) - placement.z) * nx
      const share = lampOnWall(lamp, du, patches.middle[i * 3 + 1] as number, placement.y)
      for (let c = 0; c < 3; c++) {
        light[i * 3 + c] = (light[i * 3 + c] as number) + share * (atmosphere.lamps.colour[c] as number)
      }
    }
  }
  return light
}
