import type { Atmosphere } from '@/lib/hanging/atmosphere'
import type { Plan } from '@/lib/hanging/plan'
import { boundsOf, isInside, outline } from '@/lib/hanging/walls'
import type { FittingsBuilder } from './fittings-builder'

/** Beams from wall to wall across the shorter way, in pieces short enough for the light to change along them. */
export function addBeams(builder: FittingsBuilder, plan: Plan, atmosphere: Atmosphere): void {
  const { beams } = atmosphere
  if (!beams) return
  const { minX, minZ, maxX, maxZ } = boundsOf([plan])
  const isAcross = maxX - minX <= maxZ - minZ
  const [length, span] = isAcross ? [maxZ - minZ, maxX - minX] : [maxX - minX, maxZ - minZ]
  const count = Math.max(1, Math.round(length / beams.apart) - 1)
  const pieces = Math.max(2, Math.ceil(span / 1.4))
  const y = plan.height - beams.depth / 2
  const polygon = outline(plan)
  for (let beam = 1; beam <= count; beam++) {
    const along = (length * beam) / (count + 1)
    for (let piece = 0; piece < pieces; piece++) {
      const across = (span * (piece + 0.5)) / pieces
      const [x, z] = isAcross ? [minX + across, minZ + along] : [minX + along, minZ + across]
      if (!isInside(x, z, polygon)) continue
      const size: [number, number, number] = [span / pieces, beams.depth, beams.breadth]
      builder.beam([x, y, z], size, isAcross ? 0 : Math.PI / 2, beams.colour, beams.isWood)
    }
  }
}
