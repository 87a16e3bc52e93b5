/** The house's measures, in metres unless said otherwise. One place, because server, editor and hall must agree on them. */
export const measures = {
  eyeHeight: 1.6,
  /** Height of a work's centre. */
  centreHeight: 1.5,
  /** What frame and mat add to each side of a work when places are counted. */
  frameAllowance: 0.08,
  /** Least clear wall between two frames, and between a frame and a corner or door: the label needs its room. */
  leastGap: 0.45,
  /** Wall kept clear beside a door's opening. */
  doorMargin: 0.2,
  doorHeight: 2.5,
  /** How deep a doorway is that leads to no other room; its glass doors stand at its end. */
  doorDepth: 0.4,
  /** Wall between two rooms that open into each other. */
  partition: 0.4,
  /** A visitor's half width. */
  bodyRadius: 0.35,
  benchDepth: 0.46,
  benchHeight: 0.44,
  /** A tall work keeps this much above the floor and below the ceiling. */
  clearFloor: 0.35,
  clearCeiling: 0.25,
} as const
