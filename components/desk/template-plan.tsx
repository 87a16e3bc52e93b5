import type { Minimap } from '@/lib/hanging/minimap'
import { PlanLines } from './plan-lines'

/** All templates are drawn to one scale: this many metres fit. */
const metres = 40

/** A template's rooms from above, small, beside its name; windows are thin. */
export function TemplatePlan({ map }: { map: Minimap }) {
  const { minX, minZ, maxX, maxZ } = map.bounds
  const [x, z] = [(minX + maxX - metres) / 2, (minZ + maxZ - metres) / 2]
  return (
    <svg aria-hidden="true" viewBox={`${x} ${z} ${metres} ${metres}`} className="size-20 flex-none">
      <PlanLines map={map} />
    </svg>
  )
}
