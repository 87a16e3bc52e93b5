import { PlanStrokes } from '@/components/ui/plan-strokes'
import type { Minimap } from '@/lib/hanging/minimap'

/** Walls and windows of rooms seen from above. */
export function PlanLines({ map }: { map: Minimap }) {
  return (
    <>
      <PlanStrokes lines={map.walls} width={1.25} className="stroke-ink" />
      <PlanStrokes lines={map.windows} width={2.5} className="stroke-paper" />
      <PlanStrokes lines={map.windows} width={1} className="stroke-edge" />
    </>
  )
}
