'use client'

import { useEffect, useState } from 'react'
import { useEasels } from '@/lib/client/use-easels'
import type { HallSpace } from '../hall-works'
import type { HallLayer } from '../layer'
import { createEaselLayer } from './easel-layer'

/** The easel in the hall, with the painting that was begun last of those that are shown and have something to see. */
export function useEasel(space: HallSpace, wake: () => void, isWanted: boolean): HallLayer {
  const [layer] = useState(() => createEaselLayer(space, wake))
  const easels = useEasels(isWanted)
  useEffect(() => layer.show(easels), [layer, easels])
  return layer
}
