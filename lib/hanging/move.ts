import type { Obstacles } from './obstacles'
import type { Point } from './plan'

/** Distance kept from whatever was touched, metres, so that the next step does not begin inside it. */
const skin = 0.001

const hit = { time: 1, nx: 0, nz: 0 }

/**
 * Moves a circle by a delta and slides it along what it touches. Swept: a long step does not jump through a wall. Metres.
 * `out` receives the new middle and may be the `position` itself; nothing is allocated.
 */
export function moveInto(
  out: Point,
  position: Point,
  dx: number,
  dz: number,
  radius: number,
  obstacles: Obstacles,
): void {
  let x = position[0]
  let z = position[1]
  let restX = dx
  let restZ = dz
  for (let slide = 0; slide < 4 && restX * restX + restZ * restZ > 1e-12; slide++) {
    findHit(x, z, restX, restZ, radius, obstacles)
    const length = Math.hypot(restX, restZ)
    const step = hit.time < 1 ? Math.max(0, hit.time - skin / length) : 1
    x += restX * step
    z += restZ * step
    if (hit.time >= 1) break
    const leftX = restX * (1 - step)
    const leftZ = restZ * (1 - step)
    const into = leftX * hit.nx + leftZ * hit.nz
    restX = leftX - into * hit.nx
    restZ = leftZ - into * hit.nz
    // A second wall that turns us back into the first one is a corner: stay.
    if (slide > 0 && restX * dx + restZ * dz < 0) break
  }
  out[0] = x
  out[1] = z
}

/** The same, as a function of values. */
export function move(position: Point, delta: Point, radius: number, obstacles: Obstacles): Point {
  const out: Point = [0, 0]
  moveInto(out, position, delta[0], delta[1], radius, obstacles)
  return out
}

/** Earliest touch of the moving circle with any segment, as a share of the step, with the normal of what was touched. */
function findHit(x: number, z: number, dx: number, dz: number, radius: number, obstacles: Obstacles): void {
  hit.time = 1
  for (let i = 0; i + 3 < obstacles.length; i += 4) {
    const ax = obstacles[i] as number
    const az = obstacles[i + 1] as number
    const bx = obstacles[i + 2] as number
    const bz = obstacles[i + 3] as number
    hitSide(x, z, dx, dz, radius, ax, az, bx, bz)
    hitPoint(x, z, dx, dz, radius, ax, az)
    hitPoint(x, z, dx, dz, radius, bx, bz)
  }
}

function hitSide(
  x: number,
  z: number,
  dx: number,
  dz: number,
  radius: number,
  ax: number,
  az: number,
  bx: number,
  bz: number,
): void {
  const length = Math.hypot(bx - ax, bz - az)
  if (length === 0) return
  let nx = -(bz - az) / length
  let nz = (bx - ax) / length
  let distance = (x - ax) * nx + (z - az) * nz
  if (distance < 0) {
    nx = -nx
    nz = -nz
    distance = -distance
  }
  const speed = dx * nx + dz * nz
  if (speed >= 0) return
  const time = Math.max(0, (distance - radius) / -speed)
  if (time >= hit.time) return
  const along = ((x + dx * time - ax) * (bx - ax) + (z + dz * time - az) * (bz - az)) / length
  if (along < 0 || along > length) return
  hit.time = time
  hit.nx = nx
  hit.nz = nz
}

function hitPoint(x: number, z: number, dx: number, dz: number, radius: number, px: number, pz: number): void {
  const ox = x - px
  const oz = z - pz
  const a = dx * dx + dz * dz
  const b = ox * dx + oz * dz
  if (b >= 0) return
  const c = ox * ox + oz * oz - radius * radius
  const discriminant = b * b - a * c
  if (discriminant < 0) return
  const time = Math.max(0, (-b - Math.sqrt(discriminant)) / a)
  if (time >= hit.time) return
  const nx = ox + dx * time
  const nz = oz + dz * time
  const length = Math.hypot(nx, nz) || 1
  hit.time = time
  hit.nx = nx / length
  hit.nz = nz / length
}
