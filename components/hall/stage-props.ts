import type { ExhibitionView } from '@/lib/contracts/exhibitions'
import type { Locale } from '@/lib/i18n/locale'
import type { BakedLights } from './build/baked-lights'
import type { EngineEvents } from './engine/hall-engine'
import type { Walker } from './engine/walker'
import type { HallSpace } from './hall-works'
import type { HallLayer } from './layer'

export interface StageProps extends EngineEvents {
  exhibition: ExhibitionView
  space: HallSpace
  walker: Walker
  locale: Locale
  bakedOf: BakedLights
  /** What is drawn beside the rooms. */
  layers: HallLayer[]
  /** 0 to 1: how much of the room is built. */
  onProgress(share: number): void
  /** No WebGL, or it failed to start. */
  onFail(): void
  /** The graphics card was lost; the stage should be mounted anew. */
  onLost(): void
  /** Receives the function that asks for a frame, for whoever moves the visitor. */
  onWake(wake: () => void): void
  /** Receives the way in with a headset. */
  onVr(enter: () => Promise<void>): void
}
