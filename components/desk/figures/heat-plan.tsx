import type { Bilingual } from '@/lib/contracts/common'
import type { WorkFigures } from '@/lib/contracts/figures'
import type { Minimap } from '@/lib/hanging/minimap'
import type { Point } from '@/lib/hanging/plan'
import { formatStay } from '@/lib/i18n/format-stay'
import type { Locale } from '@/lib/i18n/locale'
import { figuresMessages } from '@/lib/i18n/messages/figures'

interface HeatPlanProps {
  map: Minimap
  rooms: { id: string; name: Bilingual; middle: Point; outline: Point[] }[]
  places: { artworkId: string; at: Point; normal: Point }[]
  works: WorkFigures[]
  locale: Locale
}

/** Metres around the rooms, and of the half-disc before the work that was looked at longest. */
const air = 0.8
const widest = 2.2
const numbered = 5

/** The rooms from above, with the time that people spent before each work as a half-disc on the floor. */
export function HeatPlan({ map, rooms, places, works, locale }: HeatPlanProps) {
  const t = figuresMessages[locale]
  const { minX, minZ, maxX, maxZ } = map.bounds
  const [width, depth] = [maxX - minX + 2 * air, maxZ - minZ + 2 * air]
  const letter = Math.max(width, depth) / 34
  const hung = new Map(works.map((work) => [work.artworkId, work]))
  const longest = Math.max(1, ...places.map(({ artworkId }) => hung.get(artworkId)?.hallSeconds ?? 0))
  const ranks = works
    .filter(({ hallSeconds, isHung }) => hallSeconds > 0 && isHung)
    .sort((a, b) => b.hallSeconds - a.hallSeconds)
    .slice(0, numbered)
    .map(({ artworkId }) => artworkId)
  const longestFirst = ranks.flatMap((id) => hung.get(id) ?? [])
  const first = longestFirst.map(({ title }) => title[locale]).join(locale === 'zh' ? '、' : ', ')
  return (
    <div className="grid items-center gap-x-12 gap-y-8 lg:grid-cols-12">
      <svg
        role="img"
        aria-label={ranks.length > 0 ? t.planText(first) : t.planEmpty}
        data-testid="heat-plan"
        viewBox={`${minX - air} ${minZ - air} ${width} ${depth}`}
        className="max-h-[36rem] w-full lg:col-span-8"
      >
        <clipPath id={`heat-${rooms[0]?.id}`}>
          {rooms.map(({ id, outline }) => (
            <polygon key={id} points={pointsOf(outline)} />
          ))}
        </clipPath>
        {map.furniture.map((corners) => (
          <polygon key={corners.join()} points={pointsOf(corners)} className="fill-mat" />
        ))}
        {rooms.map(({ id, name, middle: [x, z] }) => (
          <text key={id} x={x} y={z} fontSize={letter} textAnchor="middle" className="fill-secondary">
            {name[locale]}
          </text>
        ))}
        <g clipPath={`url(#heat-${rooms[0]?.id})`}>
          {places.map(({ artworkId, at, normal }) => {
            const work = hung.get(artworkId)
            if (!work || work.hallSeconds === 0) return null
            // The area tells, and not the radius.
            const radius = widest * Math.sqrt(work.hallSeconds / longest)
            return (
              <path key={`${artworkId} ${at}`} d={halfDisc(at, normal, radius)} className="fill-ink" opacity={0.22}>
                <title>{`${work.title[locale]}: ${formatStay(work.hallSeconds, locale)}`}</title>
              </path>
            )
          })}
        </g>
        <g stroke="currentColor" strokeWidth={1.25} strokeLinecap="square">
          {map.walls.map(([from, to]) => (
            <Stroke key={`${from}/${to}`} from={from} to={to} />
          ))}
        </g>
        <g strokeWidth={3} className="stroke-paper">
          {map.windows.map(([from, to]) => (
            <Stroke key={`${from}/${to}`} from={from} to={to} />
          ))}
        </g>
        <g strokeWidth={3} className="stroke-edge">
          {map.works.map(({ id, line: [from, to] }) => (
            <Stroke key={`${id} ${from}`} from={from} to={to} />
          ))}
        </g>
        {places.map(({ artworkId, at: [x, z], normal: [nx, nz] }) => {
          const rank = ranks.indexOf(artworkId)
          if (rank < 0) return null
          const out = letter * 1.1
          return (
            <text
              key={artworkId}
              x={x + nx * out}
              y={z + nz * out}
              fontSize={letter}
              textAnchor="middle"
              dominantBaseline="central"
              className="fill-ink font-medium"
            >
              {rank + 1}
            </text>
          )
        })}
      </svg>
      {longestFirst.length === 0 ? (
        <p className="text-small text-secondary lg:col-span-4">{t.noLooks}</p>
      ) : (
        <ol className="border-b text-small tabular-nums lg:col-span-4">
          {longestFirst.map(({ artworkId, title, hallSeconds }, index) => (
            <li key={artworkId} className="flex items-baseline gap-3 border-t py-3">
              <span className="w-4 flex-none text-label text-secondary">{index + 1}</span>
              <span className="editorial min-w-0 flex-1">{title[locale]}</span>
              <span className="whitespace-nowrap">{formatStay(hallSeconds, locale)}</span>
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}

const pointsOf = (corners: Point[]) => corners.map((corner) => corner.join()).join(' ')

function Stroke({ from, to }: { from: Point; to: Point }) {
  return <line x1={from[0]} y1={from[1]} x2={to[0]} y2={to[1]} vectorEffect="non-scaling-stroke" />
}

/** On the wall with its straight side, into the room with its round one. */
function halfDisc([x, z]: Point, [nx, nz]: Point, radius: number): string {
  const [dx, dz] = [-nz * radius, nx * radius]
  return `M${x + dx} ${z + dz} A${radius} ${radius} 0 0 0 ${x - dx} ${z - dz} Z`
}
