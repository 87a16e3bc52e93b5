import type { Placement } from '../place-hangings'
import type { Plan, Wall } from '../plan'
import { type Opening, openingsOf, pointOnWall, wallLength, wallNormal } from '../walls'

/** Farthest apart of two columns or rows of points, metres, and where they crowd: light changes fastest near edges. */
const widest = 0.9
const crowd = [0.06, 0.16, 0.34, 0.62]

/** A stretch of wall on which one work hangs at most, as a grid; its points go column by column, from the floor up. */
export interface WallStrip {
  wall: Wall
  openings: Opening[]
  /** Metres from the wall's left end, and above the floor. */
  columns: number[]
  rows: number[]
  /** The works that shade it: of the strip before, its own, of the one after. */
  near: (Placement | undefined)[]
}

/** All walls of a room, each cut at its doors and windows and halfway between neighbouring works. */
export function wallStrips(plan: Plan, placements: Placement[]): WallStrip[] {
  return plan.walls.flatMap((wall) => {
    const works = placements.filter((placement) => placement.hanging.wall === wall.id)
    return stripsOf(plan, wall, works)
  })
}

function stripsOf(plan: Plan, wall: Wall, works: Placement[]): WallStrip[] {
  const length = wallLength(wall)
  const between = works.slice(1).map((work, index) => ((works[index]?.along ?? 0) + work.along) / 2)
  const openings = openingsOf(wall)
  const edges = openings.flatMap(({ from, to }) => [from, to])
  const heights = openings.flatMap(({ low, high }) => [low, high])
  const rows = divide(0, plan.height, heights)
  const ends = [0, ...between, length]
  return ends.slice(1).map((end, strip) => {
    const start = ends[strip] as number
    const cuts = edges.filter((edge) => edge > start && edge < end)
    const columns = divide(start, end, cuts, start === 0, end === length)
    return { wall, openings, columns, rows, near: [works[strip - 1], works[strip], works[strip + 1]] }
  })
}

/** Points from start to end, through the given cuts, crowding towards the ends that are corners. */
function divide(start: number, end: number, cuts: number[], isStartCorner = true, isEndCorner = true): number[] {
  const near = isStartCorner ? crowd.map((step) => start + step) : []
  const far = isEndCorner ? crowd.map((step) => end - step) : []
  const fixed = [...near, ...far].filter((at) => at > start && at < end)
  const stops = [start, ...fixed, ...cuts, end].sort((a, b) => a - b)
  const result = [start]
  for (const stop of stops) {
    const last = result.at(-1) as number
    if (stop - last < 0.001) continue
    const steps = Math.ceil((stop - last) / widest)
    for (let step = 1; step <= steps; step++) result.push(last + ((stop - last) * step) / steps)
  }
  return result
}

type Lit = (x: number, y: number, z: number, nx: number, ny: number, nz: number) => void

/** Calls `lit` with each point of the walls and its normal, in order. */
export function* eachWallPoint(strips: WallStrip[], lit: Lit): Generator<void, void> {
  for (const { wall, columns, rows } of strips) {
    const [nx, nz] = wallNormal(wall)
    const [length, top] = [wallLength(wall), rows.at(-1) as number]
    for (const along of columns) {
      // A corner's own point is lit from just beside it: exactly in the corner the neighbour wall is edge on.
      const [x, z] = pointOnWall(wall, Math.min(length - 0.01, Math.max(0.01, along)), 0.002)
      for (const y of rows) lit(x, Math.min(top - 0.01, Math.max(0.01, y)), z, nx, 0, nz)
      yield
    }
  }
}

export const countPoints = (strips: WallStrip[]): number =>
  strips.reduce((sum, { columns, rows }) => sum + columns.length * rows.length, 0)
