import type { BackEnd, House, HouseOptions } from './house/house'

export interface Sighting {
  isOk: boolean
  /** What was seen, in one sentence with figures. */
  seen: string
}

export interface DrillContext {
  backEnd: BackEnd
  /** Whether as often as the specification of the drills says; otherwise a few times, to be done in minutes. */
  isLong: boolean
  /** Whether a time lies within its limit, ms. Where times are told and not judged, as in the tests, any time but `Infinity` (never) does. */
  isWithin(ms: number, limitMs: number): boolean
  /** The house that most drills share: one web process and two workers. Everything in it is brought up again after each drill. */
  sharedHouse(): Promise<House>
  /** A house for this drill alone, closed after it. */
  ownHouse(options: Omit<HouseOptions, 'backEnd'>): Promise<House>
  /** An empty folder that is removed after the run. */
  newFolder(): string
}

export interface Drill {
  name: string
  title: string
  /** What must be seen. */
  expected: string
  /** On which back ends it says something different; the first alone is done in the tests' short form. */
  backEnds: BackEnd[]
  /** True where it takes all that the machine has, and would say nothing beside another. */
  needsMachine?: boolean
  /** True where it starts what it needs by itself. */
  needsNoHouse?: boolean
  run(context: DrillContext): Promise<Sighting>
}

/** Thrown by a drill that this machine cannot do. `message` is one plain sentence. */
export class Skipped extends Error {
  override readonly name = 'Skipped'
}
