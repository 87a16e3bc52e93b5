import type { Point } from '@/lib/hanging/plan'

interface PlanStrokesProps {
  lines: readonly (readonly [Point, Point])[]
  /** Pixels, in whatever measure the plan is drawn. */
  width: number
  cap?: 'butt' | 'square'
  className: string
}

/** Lines of a floor plan, such as its walls or windows. */
export function PlanStrokes({ lines, width, cap = 'butt', className }: PlanStrokesProps) {
  return (
    <g strokeWidth={width} strokeLinecap={cap} className={className}>
      {lines.map(([from, to]) => (
        <line key={`${from}/${to}`} x1={from[0]} y1={from[1]} x2={to[0]} y2={to[1]} vectorEffect="non-scaling-stroke" />
      ))}
    </g>
  )
}
