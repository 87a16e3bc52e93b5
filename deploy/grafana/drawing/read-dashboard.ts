import fs from 'node:fs'
import { z } from 'zod'

const targetSchema = z.object({ expr: z.string(), legendFormat: z.string(), instant: z.boolean() })
const panelSchema = z.object({
  type: z.enum(['row', 'timeseries', 'stat', 'bargauge']),
  title: z.string(),
  description: z.string().default(''),
  gridPos: z.object({ x: z.number(), y: z.number(), w: z.number(), h: z.number() }),
  targets: z.array(targetSchema).default([]),
  fieldConfig: z
    .object({
      defaults: z.object({
        unit: z.string(),
        thresholds: z.object({ steps: z.array(z.object({ color: z.string(), value: z.number().nullable() })) }),
        custom: z.object({ stacking: z.object({ mode: z.string() }).optional() }).default({}),
      }),
    })
    .optional(),
})
const dashboardSchema = z.object({ title: z.string(), description: z.string(), panels: z.array(panelSchema) })

export type Panel = z.infer<typeof panelSchema>
export type Dashboard = z.infer<typeof dashboardSchema>

/** A file of deploy/grafana/dashboards, as far as it is drawn. */
export function readDashboard(file: string): Dashboard {
  return dashboardSchema.parse(JSON.parse(fs.readFileSync(file, 'utf8')))
}
