import { measures } from './measures'
import { type Plan, type Point, planReach } from './plan'
import { type RoomWish, rectangularPlan, type Side, type SideDoor, sizeForWorks } from './rectangular-plan'

export interface SuiteRoom extends Omit<RoomWish, 'doors' | 'outerSides'> {
  /** Centimetres, without frame, in walking order. */
  widthsCm: number[]
}

/** A door between two rooms wants at least so much wall in common, metres. */
const leastShared = 3.2

/**
 * Rooms that open into each other, on common coordinates, each to the measure of its works. Up to three stand in a row, so that one looks through
 * them all; more make a round: up one side, across, and down the other, back to the first. One enters the first from the south.
 *
 * @throws {RangeError} for rooms that together reach further than a plan can
 */
export function planSuite(rooms: SuiteRoom[]): Plan[] {
  const isRound = rooms.length > 3
  const up = isRound ? Math.ceil(rooms.length / 2) : rooms.length
  const own = rooms.map((room, index) =>
    sizeForWorks(room.widthsCm, {
      ...room,
      doors: doorsCounted(index, rooms.length, isRound),
      outerSides: outerSides(index, up, isRound),
    }),
  )
  const sizes = isRound ? equallyLong(own, up) : own
  const middles = isRound ? inTwoColumns(sizes, up) : inOneRow(sizes)
  if (sizes.some((size, index) => reachOf(size, middles[index] as Point) > planReach)) {
    throw new RangeError(`${rooms.length} rooms of this size reach further than a plan can`)
  }
  const doors = rooms.map((): SideDoor[] => [])
  doors[0]?.push({ side: 'south', offset: 0 })
  for (let index = 1; index < rooms.length; index++) join(doors, sizes, middles, index - 1, index)
  if (isRound) join(doors, sizes, middles, rooms.length - 1, 0)
  return rooms.map((room, index) =>
    rectangularPlan({
      ...room,
      ...(sizes[index] as Size),
      middle: middles[index],
      doors: doors[index]?.toSorted(
        (a, b) => Number(b.side === entered(index, up)) - Number(a.side === entered(index, up)),
      ),
      outerSides: outerSides(index, up, isRound),
    }),
  )
}

type Size = ReturnType<typeof sizeForWorks>

const reachOf = ({ width, depth }: Size, [x, z]: Point) => Math.max(Math.abs(x) + width / 2, Math.abs(z) + depth / 2)

/** The side by which one comes into a room on the way from the first to the last. */
const entered = (index: number, up: number): Side => (index < up ? 'south' : index === up ? 'west' : 'north')

/** Doors that a room will have, for its measure; where exactly is known once all rooms have theirs. */
function doorsCounted(index: number, count: number, isRound: boolean): SideDoor[] {
  const both = isRound || index < count - 1
  const list: SideDoor[] = [{ side: 'south', offset: 0 }]
  if (both) list.push({ side: 'north', offset: 0 })
  if (isRound && index === 0) list.push({ side: 'east', offset: 0 })
  return list
}

/** What looks out: the whole of a row on both sides, of a round the sides that do not face the other column. */
function outerSides(index: number, up: number, isRound: boolean): Side[] {
  if (!isRound) return ['east', 'west']
  return index < up ? ['west'] : ['east']
}

/** Middles of rooms that follow each other northwards, so that one looks through them all. */
export function inOneRow(sizes: Pick<Size, 'depth'>[]): Point[] {
  let z = 0
  return sizes.map(({ depth }) => {
    const middle: Point = [0, z - depth / 2]
    z -= depth + measures.partition
    return middle
  })
}

const lengthOf = (column: Size[]) =>
  column.reduce((sum, { depth }) => sum + depth + measures.partition, -measures.partition)

/** Deepens the rooms of the shorter column until both are of one length. */
function equallyLong(sizes: Size[], up: number): Size[] {
  const columns = [sizes.slice(0, up), sizes.slice(up)]
  const longest = Math.max(...columns.map(lengthOf))
  return columns.flatMap((column) =>
    column.map((size) => ({ ...size, depth: size.depth + (longest - lengthOf(column)) / column.length })),
  )
}

/** Both columns end at the same line in the north, and stand back to back along x = 0. */
function inTwoColumns(sizes: Size[], up: number): Point[] {
  let [south, north] = [0, -lengthOf(sizes.slice(0, up))]
  return sizes.map(({ width, depth }, index) => {
    if (index < up) {
      const middle: Point = [-(width + measures.partition) / 2, south - depth / 2]
      south -= depth + measures.partition
      return middle
    }
    const middle: Point = [(width + measures.partition) / 2, north + depth / 2]
    north += depth + measures.partition
    return middle
  })
}

/** Puts a door into the wall that two rooms share; rooms that share too little of one get none. */
function join(doors: SideDoor[][], sizes: Size[], middles: Point[], a: number, b: number): void {
  const [first, second] = [sizes[a] as Size, sizes[b] as Size]
  const [[ax, az], [bx, bz]] = [middles[a] as Point, middles[b] as Point]
  const isBeside = Math.abs(Math.abs(ax - bx) - (first.width + second.width) / 2 - measures.partition) < 0.01
  const [from, to] = isBeside
    ? [Math.max(az - first.depth / 2, bz - second.depth / 2), Math.min(az + first.depth / 2, bz + second.depth / 2)]
    : [Math.max(ax - first.width / 2, bx - second.width / 2), Math.min(ax + first.width / 2, bx + second.width / 2)]
  if (to - from < leastShared) return
  const at = (from + to) / 2
  if (isBeside) {
    const [west, east] = ax < bx ? [a, b] : [b, a]
    doors[west]?.push({ side: 'east', offset: at - (middles[west] as Point)[1] })
    doors[east]?.push({ side: 'west', offset: (middles[east] as Point)[1] - at })
    return
  }
  const [south, north] = az > bz ? [a, b] : [b, a]
  doors[south]?.push({ side: 'north', offset: at - (middles[south] as Point)[0] })
  doors[north]?.push({ side: 'south', offset: (middles[north] as Point)[0] - at })
}
