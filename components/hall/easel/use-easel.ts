'use client'

import { useEffect, useState } from 'react'
import { useEasels } from '@/lib/client/use-easels'
import type { EaselView } from '@/lib/contracts/easels'
import type { Pose } from '@/lib/hanging/viewing-pose'
import type { Walker } from '../engine/walker'
import type { HallSpace } from '../hall-works'
import { createEaselLayer, type EaselLayer } from './easel-layer'
import { createPortraitTeller } from './tell-portraits'

interface EaselWishes {
  space: HallSpace
  walker: Walker
  /** Asks for a frame. */
  wake(): void
  /** Whether easels are asked for. */
  isWanted: boolean
}

export interface Easel {
  layer: EaselLayer
  /** The portrait that is seen on it; null for none. */
  portrait: EaselView | null
  /** The one that those hear of who do not see it. */
  told: EaselView | null
  /** Where one stands before it; null where it has no place. */
  before: Pose | null
}

/** How far one stands before it, metres. */
const distance = 1.7

/** The easel in the hall, with the painting that was begun last of those that are shown and have something to see. */
export function useEasel({ space, walker, wake, isWanted }: EaselWishes): Easel {
  const [seen, setSeen] = useState<string | null>(null)
  const [layer] = useState(() => createEaselLayer({ space, walker, wake, onSeen: setSeen }))
  const [teller] = useState(createPortraitTeller)
  const [told, setTold] = useState<EaselView | null>(null)
  const easels = useEasels(isWanted)
  const portrait = easels.find(({ id }) => id === seen) ?? null
  useEffect(() => layer.show(easels), [layer, easels])
  // Asked with each of its steps: one that had to wait is told then.
  useEffect(() => {
    if (teller.hear(portrait?.id ?? null, performance.now())) setTold(portrait)
  }, [teller, portrait])
  return { layer, portrait, told, before: poseBefore(layer.place) }
}

function poseBefore(place: EaselLayer['place']): Pose | null {
  if (!place) return null
  const { x, z, yaw } = place
  return { x: x - Math.sin(yaw) * distance, z: z - Math.cos(yaw) * distance, yaw: yaw + Math.PI, pitch: 0 }
}
