import type { Figure, FigureStep, FloorPose } from '@/lib/contracts/presence'
import type { Group } from './group'

/** The part of a socket that presence needs. */
export interface Listener {
  readonly id: string
  join(room: string): unknown
  leave(room: string): unknown
}

/** Somebody on a floor, of this process or of another. */
export interface Guest {
  readonly id: string
  readonly name: string
  readonly isGuide: boolean
  /** Null for those who are connected to another process. */
  readonly listener: Listener | null
  /** The other process' name. */
  readonly process: string | null
  /** Centimetres. */
  x: number
  z: number
  /** Hundredths of a radian. */
  yaw: number
  /** Index of the gallery room. */
  room: number
  group: Group | null
  /** Since the last round of news. */
  hasMoved: boolean
  /** The last round that told of a step of theirs. */
  toldIn: number
  /** As `hasMoved`, for what other processes are told. */
  hasMovedForOthers: boolean
}

export function stand(guest: Guest, [x, z, yaw]: FloorPose): void {
  guest.x = x
  guest.z = z
  guest.yaw = yaw
  guest.hasMoved = true
  guest.hasMovedForOthers = true
}

export const figureOf = ({ id, x, z, yaw, name, isGuide }: Guest): Figure => [id, x, z, yaw, name, isGuide]
export const stepOf = ({ id, x, z, yaw }: Guest): FigureStep => [id, x, z, yaw]
