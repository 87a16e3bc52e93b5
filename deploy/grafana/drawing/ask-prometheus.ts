import { z } from 'zod'

/** Time (epoch s) and value. */
export type Point = [seconds: number, value: number]

export interface Series {
  labels: Record<string, string>
  points: Point[]
}

export interface TimeRange {
  /** Epoch s. */
  from: number
  to: number
}

/** Curves are asked for at so many moments. */
const MOMENTS = 180
const pointSchema = z.tuple([z.number(), z.string()])
const answerSchema = z.object({
  status: z.literal('success'),
  data: z.object({
    result: z.array(
      z.object({
        metric: z.record(z.string(), z.string()),
        value: pointSchema.optional(),
        values: z.array(pointSchema).default([]),
      }),
    ),
  }),
})

async function ask(base: string, path: string, parameters: Record<string, string | number>): Promise<Series[]> {
  const search = new URLSearchParams(Object.entries(parameters).map(([name, value]) => [name, String(value)]))
  const response = await fetch(`${base}${path}?${search}`)
  const text = await response.text()
  if (!response.ok) throw new Error(`Prometheus refuses ${parameters.query}: ${text.slice(0, 300)}`)
  const { result } = answerSchema.parse(JSON.parse(text)).data
  return result
    .map(({ metric, value, values }) => ({
      labels: metric,
      points: (value ? [value] : values)
        .map(([seconds, number]): Point => [seconds, Number(number)])
        .filter(([, number]) => Number.isFinite(number)),
    }))
    .filter(({ points }) => points.length > 0)
}

/** What a query gives now; series without a number are left out. */
export function askNow(base: string, query: string): Promise<Series[]> {
  return ask(base, '/api/v1/query', { query })
}

/** What a query gave over a time. */
export function askRange(base: string, query: string, { from, to }: TimeRange): Promise<Series[]> {
  const step = Math.max(1, Math.ceil((to - from) / MOMENTS))
  return ask(base, '/api/v1/query_range', { query, start: from, end: to, step })
}
